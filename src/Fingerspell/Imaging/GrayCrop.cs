using OpenCvSharp;

namespace Fingerspell.Imaging;

/// <summary>
/// A square grey picture of a hand, one byte a pixel, rows from the top: exactly what a letter network is given.
/// A row of Sign Language MNIST is one (28×28), and so is what <see cref="CropMaker"/> cuts from a frame.
/// </summary>
public sealed class GrayCrop
{
    /// <summary>A crop of the given side.</summary>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="pixels"><paramref name="size"/>² grey values, row by row; kept, not copied.</param>
    /// <exception cref="ArgumentException">The number of pixels is not <paramref name="size"/>².</exception>
    public GrayCrop(int size, ReadOnlyMemory<byte> pixels)
    {
        if (size < 1 || pixels.Length != (long)size * size)
            throw new ArgumentException($"a {size}×{size} crop has {(long)size * size} pixels, not {pixels.Length}", nameof(pixels));
        Size = size;
        Pixels = pixels;
    }

    /// <summary>Width and height in pixels.</summary>
    public int Size { get; }

    /// <summary>The grey values, 0 black to 255 white, row by row from the top.</summary>
    public ReadOnlyMemory<byte> Pixels { get; }

    /// <summary>The crop as the bytes of a PNG file.</summary>
    public byte[] ToPng()
    {
        using var gray = ToMat();
        return gray.ImEncode(".png");
    }

    /// <summary>The crop as OpenCV has pictures, as a copy.</summary>
    internal Mat ToMat()
    {
        OpenCv.Require();
        var gray = new Mat(Size, Size, MatType.CV_8UC1);
        Pixels.Span.CopyTo(gray.AsSpan<byte>());
        return gray;
    }

    /// <summary>Mirrors crops one after the other, left to right.</summary>
    internal static void Mirror(ReadOnlySpan<byte> pixels, Span<byte> mirrored, int size)
    {
        pixels.CopyTo(mirrored);
        for (int row = 0; row < pixels.Length; row += size)
            mirrored.Slice(row, size).Reverse();
    }
}
