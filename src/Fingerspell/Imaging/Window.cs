using OpenCvSharp;

namespace Fingerspell.Imaging;

/// <summary>A square part of a frame's plane at which a network looks; it may reach beyond the frame.</summary>
/// <param name="X">Left edge in the frame's pixels.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Side">Width and height, 1 or more.</param>
public readonly record struct Window(int X, int Y, int Side)
{
    /// <summary>The window about a box's centre whose side is the box's longer one times a factor, which is 1 or more.</summary>
    public static Window Around(Box box, double factor = 1)
    {
        var square = box.ToSquare(factor);
        return new Window(square.X, square.Y, square.Width);
    }

    /// <summary>A box of the frame in fractions of this window.</summary>
    public RelativeBox FromFrame(Box box) => new(
        (double)(box.X - X) / Side, (double)(box.Y - Y) / Side, (double)(box.Right - X) / Side, (double)(box.Bottom - Y) / Side);

    /// <summary>What lies within the frame of a box in this window, in whole pixels, at least one.</summary>
    /// <param name="box">The box.</param>
    /// <param name="bounds">The frame's bounds.</param>
    /// <returns>Null where nothing of it does, or where its edges are the wrong way round.</returns>
    public Box? ToFrame(RelativeBox box, Box bounds)
    {
        double left = Math.Clamp(X + box.Left * Side, bounds.X, bounds.Right), right = Math.Clamp(X + box.Right * Side, bounds.X, bounds.Right);
        double top = Math.Clamp(Y + box.Top * Side, bounds.Y, bounds.Bottom), bottom = Math.Clamp(Y + box.Bottom * Side, bounds.Y, bounds.Bottom);
        if (left >= right || top >= bottom)
            return null;
        int x = Math.Min((int)Math.Round(left), bounds.Right - 1), y = Math.Min((int)Math.Round(top), bounds.Bottom - 1);
        return new Box(x, y, Math.Max(1, (int)Math.Round(right) - x), Math.Max(1, (int)Math.Round(bottom) - y));
    }

    /// <summary>
    /// The pixels of a frame in this window as a colour network is given them, black where the window reaches beyond the
    /// frame. Shrinking is OpenCV's <c>INTER_AREA</c>, enlarging bilinear; the frame's edges come to lie between two
    /// pixels of the result.
    /// </summary>
    /// <param name="frame">The frame.</param>
    /// <param name="size">Width and height of the result in pixels, 1 or more.</param>
    /// <returns>3 × size × size bytes: all red values row by row from the top, then all green, then all blue.</returns>
    public byte[] Cut(Frame frame, int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        byte[] planes = new byte[3 * size * size];
        Cut(frame, size, planes);
        return planes;
    }

    /// <summary>Cuts as <see cref="Cut(Frame, int)"/> does, into memory that is there already: 3 × size × size bytes.</summary>
    internal void Cut(Frame frame, int size, Span<byte> planes)
    {
        using var window = new Mat(size, size, MatType.CV_8UC3, Scalar.Black);
        if (new Box(X, Y, Side, Side).Clip(frame.Bounds) is { } inside)
        {
            var (left, right) = Scaled(inside.X - X, inside.Right - X, size);
            var (top, bottom) = Scaled(inside.Y - Y, inside.Bottom - Y, size);
            using var from = frame.Bgr[inside.Y, inside.Bottom, inside.X, inside.Right];
            using var to = window[top, bottom, left, right];
            Cv2.Resize(from, to, to.Size(), 0, 0, Side > size ? InterpolationFlags.Area : InterpolationFlags.Linear);
        }
        ToPlanes(window.AsSpan<byte>(), planes);
    }

    /// <summary>Where a stretch of the window comes to lie in its scaled pixels: the nearest whole ones, at least one.</summary>
    (int First, int End) Scaled(int first, int end, int size)
    {
        double scale = (double)size / Side;
        int scaledFirst = Math.Min((int)Math.Round(first * scale), size - 1);
        return (scaledFirst, Math.Max(scaledFirst + 1, (int)Math.Round(end * scale)));
    }

    static void ToPlanes(ReadOnlySpan<byte> bgr, Span<byte> planes)
    {
        int count = bgr.Length / 3;
        Span<byte> red = planes[..count], green = planes.Slice(count, count), blue = planes.Slice(2 * count, count);
        for (int i = 0; i < count; i++)
            (red[i], green[i], blue[i]) = (bgr[3 * i + 2], bgr[3 * i + 1], bgr[3 * i]);
    }
}
