using OpenCvSharp;

namespace Fingerspell.Imaging;

/// <summary>
/// The one preprocessing: cuts the hand out of a frame as the square grey crop that a letter network is given. Training
/// from photographs and reading use this same code, so that a network reads what it was taught on. Safe to use from
/// several threads at once.
/// </summary>
/// <remarks>
/// Grey is OpenCV's <c>cvtColor(BGR2GRAY)</c> (Rec. 601: 0.299 R + 0.587 G + 0.114 B); shrinking is <c>INTER_AREA</c>, the
/// mean over each pixel's area, which is how Sign Language MNIST was made; enlarging is bilinear.
/// </remarks>
/// <param name="size">Width and height of the crops in pixels, 1 or more.</param>
/// <param name="margin">How many times larger than the hand's box the crop is, 1 or more.</param>
public sealed class CropMaker(int size, double margin = 1)
{
    /// <summary>Width and height of the crops in pixels.</summary>
    public int Size { get; } = size >= 1 ? size : throw new ArgumentOutOfRangeException(nameof(size), size, "must be 1 or more");

    /// <summary>How many times larger than the hand's box the crop is.</summary>
    public double Margin { get; } = margin >= 1 ? margin : throw new ArgumentOutOfRangeException(nameof(margin), margin, "must be 1 or more");

    /// <summary>
    /// Cuts a box out of a frame. The box is made square about its centre, never squashed, and enlarged by the margin; what
    /// then lies outside of the frame is filled with the frame's nearest pixels.
    /// </summary>
    /// <param name="frame">The frame.</param>
    /// <param name="box">Where the hand is; it has at least one pixel in common with the frame.</param>
    /// <exception cref="FingerspellException">The box lies outside of the frame, or is far larger, or its square has more pixels than pictures may have.</exception>
    public GrayCrop Cut(Frame frame, Box box)
    {
        var square = SquareCut.Of(frame, box, Margin);
        var inside = square.Clip(frame.Bounds)!.Value;
        using var region = frame.Bgr[inside.Y, inside.Bottom, inside.X, inside.Right];
        using var gray = new Mat();
        Cv2.CvtColor(region, gray, ColorConversionCodes.BGR2GRAY);
        using var padded = SquareCut.Pad(gray, inside, square);
        return Scale(padded);
    }

    /// <summary>
    /// A crop of another size, such as a row of a dataset, in this maker's size; the same crop where it fits. It gets no
    /// margin, it is a crop already.
    /// </summary>
    public GrayCrop Fit(GrayCrop crop)
    {
        if (crop.Size == Size)
            return crop;
        using var gray = crop.ToMat();
        return Scale(gray);
    }

    GrayCrop Scale(Mat square)
    {
        using var scaled = SquareCut.Scale(square, Size);
        return new GrayCrop(Size, scaled.AsSpan<byte>().ToArray());
    }
}
