namespace Fingerspell.Imaging;

/// <summary>A rectangle in a frame, in whole pixels; (0, 0) is the frame's top left corner.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width, 1 or more.</param>
/// <param name="Height">Height, 1 or more.</param>
public readonly record struct Box(int X, int Y, int Width, int Height)
{
    /// <summary>The first column right of the box.</summary>
    internal int Right => X + Width;

    /// <summary>The first row below the box.</summary>
    internal int Bottom => Y + Height;

    /// <summary>The box <c>x,y,width,height</c>, as the command line writes it.</summary>
    public override string ToString() => $"{X},{Y},{Width},{Height}";

    /// <summary>What of the box lies within another one, or null where they have no pixel in common.</summary>
    public Box? Clip(Box bounds)
    {
        int left = Math.Max(X, bounds.X), top = Math.Max(Y, bounds.Y);
        int right = End(X, Width, bounds.Right), bottom = End(Y, Height, bounds.Bottom);
        return left < right && top < bottom ? new Box(left, top, right - left, bottom - top) : null;

        // A box may reach farther than whole numbers do.
        static int End(int first, int length, int limit) => (int)Math.Min((long)first + length, limit);
    }

    /// <summary>Where the box is in the mirrored frame.</summary>
    /// <param name="frameWidth">The frame's width in pixels.</param>
    public Box Mirror(int frameWidth) => this with { X = frameWidth - Right };

    /// <summary>
    /// How much two boxes are the same: the pixels that are in both over the pixels that are in either (intersection over
    /// union), 0–1.
    /// </summary>
    public double Overlap(Box other)
    {
        double both = Clip(other) is { } shared ? Area(shared) : 0;
        return both / (Area(this) + Area(other) - both);

        static double Area(Box box) => (double)box.Width * box.Height;
    }

    /// <summary>
    /// The smallest square about the same centre that contains the box, or one that is larger by a factor; an odd pixel
    /// goes to the right or bottom.
    /// </summary>
    /// <param name="factor">The square's side over the box's longer side, 1 or more; the side is rounded to whole pixels.</param>
    public Box ToSquare(double factor = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(factor, 1);
        int side = (int)Math.Round(Math.Max(Width, Height) * factor, MidpointRounding.AwayFromZero);
        return new Box(X - (side - Width) / 2, Y - (side - Height) / 2, side, side);
    }
}
