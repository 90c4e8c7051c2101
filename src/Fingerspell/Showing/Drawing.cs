using Fingerspell.Imaging;

namespace Fingerspell.Showing;

/// <summary>A drawn picture: red, green, blue and opacity of each pixel, row by row from the top (sRGB, not premultiplied).</summary>
public sealed class Drawing
{
    internal Drawing(int width, int height, byte[] rgba) => (Width, Height, Rgba) = (width, height, rgba);

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Width × height × 4 bytes.</summary>
    public ReadOnlyMemory<byte> Rgba { get; }

    /// <summary>The picture as a frame to be read, over a colour where it is transparent.</summary>
    /// <param name="background">The colour.</param>
    public Frame ToFrame(Rgb background)
    {
        var rgba = Rgba.Span;
        var bgr = new byte[Width * Height * 3];
        for (int i = 0; i < Width * Height; i++)
        {
            int alpha = rgba[i * 4 + 3];
            bgr[i * 3] = Over(rgba[i * 4 + 2], background.Blue, alpha);
            bgr[i * 3 + 1] = Over(rgba[i * 4 + 1], background.Green, alpha);
            bgr[i * 3 + 2] = Over(rgba[i * 4], background.Red, alpha);
        }
        return Frame.FromBgr(Width, Height, bgr);
    }

    /// <summary>What is opaque, as a frame: white where the hand is, black where nothing is.</summary>
    public Frame Shape()
    {
        var rgba = Rgba.Span;
        var bgr = new byte[Width * Height * 3];
        for (int i = 0; i < bgr.Length; i++)
            bgr[i] = rgba[i / 3 * 4 + 3];
        return Frame.FromBgr(Width, Height, bgr);
    }

    /// <summary>The picture as the bytes of a PNG file, transparent where nothing is drawn.</summary>
    public byte[] ToPng() => TransparentPng.Encode(Width, Height, Rgba.Span);

    /// <summary>Writes the picture as a PNG file, whole or not at all.</summary>
    /// <exception cref="FingerspellException">The place cannot be written to.</exception>
    public void SavePng(string path) => WholeFile.Write(path, beside => File.WriteAllBytes(beside, ToPng()));

    static byte Over(int colour, int background, int alpha) =>
        (byte)((colour * alpha + background * (255 - alpha) + 127) / 255);
}
