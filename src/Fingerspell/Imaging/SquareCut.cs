using OpenCvSharp;

namespace Fingerspell.Imaging;

/// <summary>Brings a square part of a picture, which may reach beyond it, to the size that a network takes.</summary>
static class SquareCut
{
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
