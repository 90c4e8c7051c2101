using OpenCvSharp;

namespace Fingerspell.Imaging;

/// <summary>Tells a hand from its background by colour, so that training can put it before another one.</summary>
/// <remarks>
/// OpenCV's GrabCut (Rother et al. 2004, "GrabCut: interactive foreground extraction using iterated graph cuts"): within
/// the hand's box the hand is probable, beyond a somewhat larger one the background is certain.
/// </remarks>
public static class HandMask
{
    const double CertainBackground = 1.3, LeastShare = 0.15, MostShare = 0.85;
    const int Iterations = 4;

    /// <summary>The mask of a hand, in the same place and size as the crop of a <see cref="CropMaker"/>. The same for the same picture, always.</summary>
    /// <param name="frame">The photograph.</param>
    /// <param name="box">Where the hand is.</param>
    /// <param name="size">See <see cref="CropMaker"/>.</param>
    /// <param name="margin">See <see cref="CropMaker"/>.</param>
    /// <returns>
    /// <paramref name="size"/>² bytes, 255 where the hand is and 0 elsewhere; null where what was found fills the box, or
    /// hardly any of it, and so is no hand's shape.
    /// </returns>
    public static byte[]? Of(Frame frame, Box box, int size, double margin)
    {
        var square = box.ToSquare(margin);
        using var picture = Cut(frame, square, size);
        double scale = (double)size / square.Width;
        Rect Scaled(double factor) => new Rect(
            (int)((box.X + box.Width * (1 - factor) / 2 - square.X) * scale), (int)((box.Y + box.Height * (1 - factor) / 2 - square.Y) * scale),
            (int)(box.Width * factor * scale), (int)(box.Height * factor * scale)).Intersect(new Rect(0, 0, size, size));

        using var mask = new Mat(size, size, MatType.CV_8UC1, new Scalar((int)GrabCutClasses.BGD));
        var hand = Scaled(1);
        Cv2.Rectangle(mask, Scaled(CertainBackground), new Scalar((int)GrabCutClasses.PR_BGD), -1);
        Cv2.Rectangle(mask, hand, new Scalar((int)GrabCutClasses.PR_FGD), -1);
        if (hand.Width < 2 || hand.Height < 2 || Cv2.CountNonZero(mask) == size * size)     // no certain background left
            return null;

        // GrabCut clusters colours from random starts; the generator is the thread's own.
        Cv2.SetTheRNG(1);
        using Mat background = new(), foreground = new();
        Cv2.GrabCut(picture, mask, new Rect(), background, foreground, Iterations, GrabCutModes.InitWithMask);
        byte[] found = mask.AsSpan<byte>().ToArray();
        for (int i = 0; i < found.Length; i++)
            found[i] = (GrabCutClasses)found[i] is GrabCutClasses.FGD or GrabCutClasses.PR_FGD ? byte.MaxValue : byte.MinValue;
        double share = found.Count(value => value > 0) / (double)(hand.Width * hand.Height);
        return share is >= LeastShare and <= MostShare ? found : null;
    }

    static Mat Cut(Frame frame, Box square, int size)
    {
        var inside = square.Clip(frame.Bounds)!.Value;
        using var region = frame.Bgr[inside.Y, inside.Bottom, inside.X, inside.Right];
        using var padded = SquareCut.Pad(region, inside, square);
        return SquareCut.Scale(padded, size);
    }
}
