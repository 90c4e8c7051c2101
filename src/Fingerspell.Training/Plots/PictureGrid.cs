using Fingerspell.Training.Data;
using SkiaSharp;

namespace Fingerspell.Training.Plots;

/// <summary>Draws 28×28 pictures in rows, enlarged, each with its title above.</summary>
public static class PictureGrid
{
    const int Scale = 4, Tile = DatasetSplit.Side * Scale, Gap = 12, Title = 24, Heading = 34, Margin = 16;

    /// <summary>The grid as PNG.</summary>
    /// <param name="heading">A line above all.</param>
    /// <param name="pictures">Titles, and 784 grey values each, row by row from the top.</param>
    /// <param name="columns">Pictures in a row, 1 or more.</param>
    public static byte[] ToPng(
        string heading, IReadOnlyList<(string Title, ReadOnlyMemory<byte> Pixels)> pictures, int columns)
    {
        int rows = (pictures.Count + columns - 1) / columns;
        int width = 2 * Margin + columns * (Tile + Gap) - Gap;
        int height = 2 * Margin + Heading + rows * (Title + Tile + Gap) - Gap;
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        using var typeface = PlotFont.NewTypeface();
        using var headingFont = new SKFont(typeface, 18);
        using var titleFont = new SKFont(typeface, 16);
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        canvas.DrawText(heading, Margin, Margin + 16, headingFont, ink);
        for (int i = 0; i < pictures.Count; i++)
        {
            int x = Margin + i % columns * (Tile + Gap);
            int y = Margin + Heading + i / columns * (Title + Tile + Gap);
            canvas.DrawText(pictures[i].Title, x + Tile / 2f, y + 16, SKTextAlign.Center, titleFont, ink);
            Draw(canvas, pictures[i].Pixels.Span, x, y + Title);
        }
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    static unsafe void Draw(SKCanvas canvas, ReadOnlySpan<byte> pixels, int x, int y)
    {
        fixed (byte* first = pixels)
        {
            var info = new SKImageInfo(DatasetSplit.Side, DatasetSplit.Side, SKColorType.Gray8, SKAlphaType.Opaque);
            using var image = SKImage.FromPixelCopy(info, (nint)first);
            canvas.DrawImage(image, SKRect.Create(x, y, Tile, Tile), new SKSamplingOptions(SKFilterMode.Nearest));
        }
    }
}
