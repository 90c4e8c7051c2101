using OpenCvSharp;

namespace Fingerspell.Imaging;

/// <summary>Brings a square part of a picture, which may reach beyond it, to the size that a network takes.</summary>
static class SquareCut
{
    /// <summary>A box this many times larger than the frame is a mistake and not a hand.</summary>
    const int LargestBoxInFrames = 4;

    /// <summary>The square about a hand that is cut out of a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="box">Where the hand is.</param>
    /// <param name="margin">How many times larger than the box's longer side the square is, 1 or more.</param>
    /// <exception cref="FingerspellException">The box lies outside of the frame, or is far larger, or the square has more pixels than pictures may have.</exception>
    public static Box Of(Frame frame, Box box, double margin)
    {
        if (box.Clip(frame.Bounds) is null
            || Math.Max(box.Width, box.Height) > LargestBoxInFrames * Math.Max(frame.Width, frame.Height))
            throw new FingerspellException($"the box {box} does not fit the frame of {frame.Width}×{frame.Height} pixels");
        var square = box.ToSquare(margin);
        return (long)square.Width * square.Height <= OpenCv.MostPixels
            ? square
            : throw new FingerspellException(
                $"the box {box} is so long that its square would have {square.Width}×{square.Height} pixels; make the picture smaller, or name a shorter box");
    }

    /// <summary>The pixels of the square; what lies outside of the picture is filled with its nearest pixels.</summary>
    /// <param name="region">The pixels of the part that lies within the picture.</param>
    /// <param name="inside">That part.</param>
    /// <param name="square">The square.</param>
    public static Mat Pad(Mat region, Box inside, Box square)
    {
        var padded = new Mat();
        Cv2.CopyMakeBorder(region, padded, inside.Y - square.Y, square.Bottom - inside.Bottom,
            inside.X - square.X, square.Right - inside.Right, BorderTypes.Replicate);
        return padded;
    }

    /// <summary>The square in another size: shrunk by <c>INTER_AREA</c>, enlarged bilinearly.</summary>
    public static Mat Scale(Mat square, int size)
    {
        var scaled = new Mat();
        Cv2.Resize(square, scaled, new Size(size, size), 0, 0, square.Width > size ? InterpolationFlags.Area : InterpolationFlags.Linear);
        return scaled;
    }
}
