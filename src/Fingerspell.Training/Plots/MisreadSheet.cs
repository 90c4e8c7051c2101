using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;
using SkiaSharp;

namespace Fingerspell.Training.Plots;

/// <summary>Draws the rows that were misread, grouped by what was taken for what, the most frequent confusion first.</summary>
public static class MisreadSheet
{
    const int Scale = 4, Tile = DatasetSplit.Side * Scale, Gap = 10, Caption = 20, Heading = 26, Margin = 16;
    const int Columns = 8, MostGroups = 40, Width = 2 * Margin + Columns * (Tile + Gap) - Gap;

    /// <summary>
    /// Writes a PNG: a heading a confusion, below it up to eight of its pictures, the surest first. Where nothing was
    /// misread it says so.
    /// </summary>
    /// <param name="file">The PNG file; it is there whole or not at all.</param>
    /// <param name="predictions">Predictions for the rows of <paramref name="split"/>.</param>
    /// <param name="split">The pictures.</param>
    /// <exception cref="FingerspellException">The rows do not belong together, or the file cannot be written.</exception>
    public static void Write(string file, Predictions predictions, DatasetSplit split)
    {
        if (predictions.Count != split.Count)
            throw new FingerspellException(
                $"{predictions.Count} predictions do not belong to the {split.Count} rows of {split.Name}; predict just these");
        var confusions = Confusion.Of(predictions);
        var places = Arrange(confusions.Take(MostGroups));
        int bottom = places.Count == 0 ? 2 * Margin + Heading : places[^1].Top + Heading + Tile + Caption;

        using var surface = SKSurface.Create(new SKImageInfo(Width, bottom + Margin + Heading));
        using var typeface = PlotFont.NewTypeface();
        using var headingFont = new SKFont(typeface, 15);
        using var captionFont = new SKFont(typeface, 12);
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);

        int misread = predictions.Count - predictions.Correct;
        string title = misread == 0
            ? $"All {predictions.Count} rows of {split.Name} are read rightly: there is no misread picture to show."
            : $"{misread} of {predictions.Count} rows of {split.Name} are misread, in {confusions.Count} ways"
                + (confusions.Count > MostGroups ? $"; the {MostGroups} most frequent:" : ":");
        canvas.DrawText(title, Margin, Margin + 18, headingFont, ink);
        foreach (var (confusion, left, top) in places)
        {
            canvas.DrawText(HeadingOf(confusion), left, top + 18, captionFont, ink);
            for (int i = 0; i < Math.Min(confusion.Count, Columns); i++)
            {
                int x = left + i * (Tile + Gap);
                int row = confusion.Rows[i];
                Picture(canvas, split.PixelsOf(row).Span, x, top + Heading);
                canvas.DrawText(CaptionOf(confusion, predictions.Confidence(row)), x, top + Heading + Tile + 14, captionFont, ink);
            }
        }
        using var png = surface.Snapshot().Encode(SKEncodedImageFormat.Png, 100);
        WholeFile.Write(file, png.ToArray());
    }

    /// <summary>Puts groups side by side while a line has room.</summary>
    static List<(Confusion Confusion, int Left, int Top)> Arrange(IEnumerable<Confusion> confusions)
    {
        var places = new List<(Confusion, int, int)>();
        int column = 0, top = Margin + Heading;
        foreach (var confusion in confusions)
        {
            int columns = Math.Min(confusion.Count, Columns);
            if (column + columns > Columns)
            {
                column = 0;
                top += Heading + Tile + Caption;
            }
            places.Add((confusion, Margin + column * (Tile + Gap), top));
            column += columns;
        }
        return places;
    }

    static string HeadingOf(Confusion confusion) => FormattableString.Invariant(
        $"{confusion.Count} of {confusion.Support} ({100 * confusion.Rate:0.0} %)")
        + (confusion.Count > Columns ? $"; the surest {Columns}:" : "");

    static string CaptionOf(Confusion confusion, float confidence) => FormattableString.Invariant(
        $"{Alphabet.LetterOf(confusion.Label)} → {Alphabet.LetterOf(confusion.Read)} at {100 * confidence:0} %");

    static unsafe void Picture(SKCanvas canvas, ReadOnlySpan<byte> pixels, int x, int y)
    {
        fixed (byte* first = pixels)
        {
            var info = new SKImageInfo(DatasetSplit.Side, DatasetSplit.Side, SKColorType.Gray8, SKAlphaType.Opaque);
            using var image = SKImage.FromPixelCopy(info, (nint)first);
            canvas.DrawImage(image, SKRect.Create(x, y, Tile, Tile), new SKSamplingOptions(SKFilterMode.Nearest));
        }
    }
}
