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

    // Between which a side of the hand is where its box says, in box sides inward: boxes are labelled with a margin of 3–12 %.
    const double Outside = -0.03, Inside = 0.18;

    const int Iterations = 4;

    /// <summary>The mask of a hand, in the same place and size as the crop of a <see cref="CropMaker"/>. The same for the same picture, always.</summary>
    /// <param name="frame">The photograph.</param>
    /// <param name="box">Where the hand is.</param>
    /// <param name="size">See <see cref="CropMaker"/>.</param>
    /// <param name="margin">See <see cref="CropMaker"/>.</param>
    /// <returns>
    /// <paramref name="size"/>² bytes, 255 where the hand is and 0 elsewhere; null where what was found is no hand's shape: it fills the
    /// box, or hardly any of it, or ends elsewhere than the box says, as where a finger was lost or a face taken in.
    /// </returns>
    /// <exception cref="FingerspellException">The box is one that <see cref="CropMaker.Cut"/> refuses.</exception>
    public static byte[]? Of(Frame frame, Box box, int size, double margin)
    {
        var square = SquareCut.Of(frame, box, margin);
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
        var isFound = mask.AsSpan<byte>();
        foreach (ref byte pixel in isFound)
            pixel = (GrabCutClasses)pixel is GrabCutClasses.FGD or GrabCutClasses.PR_FGD ? byte.MaxValue : byte.MinValue;
        if (Largest(mask) is not { } bounds)
            return null;
        double share = Cv2.CountNonZero(mask) / (double)(hand.Width * hand.Height);
        double left = (box.X - square.X) * scale, top = (box.Y - square.Y) * scale, width = box.Width * scale, height = box.Height * scale;
        double[] inward =
        [
            (bounds.Left - left) / width, (bounds.Top - top) / height, (left + width - bounds.Right) / width, (top + height - bounds.Bottom) / height,
        ];
        // The arm goes on at one side; in a square box, as Sign Language MNIST's photographs have, the hand may be narrower.
        int needed = box.Width == box.Height ? 1 : 3;
        return share is >= LeastShare and <= MostShare && inward.Count(side => side is >= Outside and <= Inside) >= needed
            ? mask.AsSpan<byte>().ToArray() : null;
    }

    /// <summary>Leaves the largest part that hangs together, and says where it is; null where there is none.</summary>
    static Rect? Largest(Mat mask)
    {
        using Mat labels = new(), measures = new(), middles = new();
        int parts = Cv2.ConnectedComponentsWithStats(mask, labels, measures, middles);
        if (parts < 2)
            return null;
        int Measure(int part, ConnectedComponentsTypes what) => measures.At<int>(part, (int)what);
        int largest = Enumerable.Range(1, parts - 1).MaxBy(part => Measure(part, ConnectedComponentsTypes.Area));
        Cv2.Compare(labels, new Scalar(largest), mask, CmpTypes.EQ);
        return new(Measure(largest, ConnectedComponentsTypes.Left), Measure(largest, ConnectedComponentsTypes.Top),
            Measure(largest, ConnectedComponentsTypes.Width), Measure(largest, ConnectedComponentsTypes.Height));
    }

    static Mat Cut(Frame frame, Box square, int size)
    {
        var inside = square.Clip(frame.Bounds)!.Value;
        using var region = frame.Bgr[inside.Y, inside.Bottom, inside.X, inside.Right];
        using var padded = SquareCut.Pad(region, inside, square);
        return SquareCut.Scale(padded, size);
    }
}
