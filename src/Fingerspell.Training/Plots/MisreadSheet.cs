using Fingerspell.Imaging;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;
using SkiaSharp;

namespace Fingerspell.Training.Plots;

/// <summary>Draws the pictures that were misread, grouped by what was taken for what, the most frequent confusion first.</summary>
/// <param name="what">What was read: "rows of test".</param>
/// <param name="total">How many pictures were read.</param>
/// <param name="confusions">The misread ones.</param>
/// <param name="crop">What the network was given of a 0-based row, or null where no hand was found.</param>
/// <param name="confidence">How sure a 0-based row was read.</param>
public sealed class MisreadSheet(
    string what, int total, IReadOnlyList<Confusion> confusions, Func<int, GrayCrop?> crop, Func<int, float> confidence)
{
    const int Tile = 4 * DatasetSplit.Side, Gap = 10, Caption = 20, Heading = 26, Margin = 16;
    const int Columns = 8, MostGroups = 40, Width = 2 * Margin + Columns * (Tile + Gap) - Gap;

    /// <summary>The sheet of a dataset's misread rows.</summary>
    /// <param name="predictions">Predictions for the rows of <paramref name="split"/>.</param>
    /// <param name="split">The pictures.</param>
    /// <exception cref="FingerspellException">The rows do not belong together.</exception>
    public static MisreadSheet Of(Predictions predictions, DatasetSplit split) =>
        predictions.Count != split.Count
            ? throw new FingerspellException(
                $"{predictions.Count} predictions do not belong to the {split.Count} rows of {split.Name}; predict just these")
            : new($"rows of {split.Name}", split.Count, Confusion.Of(predictions),
                row => new GrayCrop(DatasetSplit.Side, split.PixelsOf(row)), predictions.Confidence);

    /// <summary>
    /// Writes a PNG: a heading a confusion, below it up to eight of its pictures, the surest first. Where nothing was
    /// misread it says so.
    /// </summary>
    /// <param name="file">The PNG file; it is there whole or not at all.</param>
    /// <exception cref="FingerspellException">The file cannot be written.</exception>
    public void Write(string file)
    {
        var places = Arrange(confusions.Take(MostGroups));
        int bottom = places.Count == 0 ? 2 * Margin + Heading : places[^1].Top + Heading + Tile + Caption;

        using var surface = SKSurface.Create(new SKImageInfo(Width, bottom + Margin + Heading));
        using var typeface = PlotFont.NewTypeface();
        using var headingFont = new SKFont(typeface, 15);
        using var captionFont = new SKFont(typeface, 12);
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        using var missing = new SKPaint { Color = SKColors.LightGray };
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);

        int misread = confusions.Sum(confusion => confusion.Count);
        string title = misread == 0
            ? $"All {total} {what} are read rightly: there is no misread picture to show."
            : $"{misread} of {total} {what} are misread, in {confusions.Count} ways"
                + (confusions.Count > MostGroups ? $"; the {MostGroups} most frequent:" : ":");
        canvas.DrawText(title, Margin, Margin + 18, headingFont, ink);
        foreach (var (confusion, left, top) in places)
        {
            canvas.DrawText(HeadingOf(confusion), left, top + 18, captionFont, ink);
            for (int i = 0; i < Math.Min(confusion.Count, Columns); i++)
            {
                int x = left + i * (Tile + Gap);
                int row = confusion.Rows[i];
                var picture = crop(row);
                if (picture is null)
                    canvas.DrawRect(x, top + Heading, Tile, Tile, missing);
                else
                    Picture(canvas, picture, x, top + Heading);
                string caption = picture is null ? $"{LetterOf(confusion.Label)}: no hand found" : CaptionOf(confusion, confidence(row));
                canvas.DrawText(caption, x, top + Heading + Tile + 14, captionFont, ink);
            }
        }
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
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
        $"{LetterOf(confusion.Label)} → {LetterOf(confusion.Read)} at {100 * confidence:0} %");

    static string LetterOf(byte label) => LabelNames.Letters([label])[0];

    static unsafe void Picture(SKCanvas canvas, GrayCrop crop, int x, int y)
    {
        fixed (byte* first = crop.Pixels.Span)
        {
            var info = new SKImageInfo(crop.Size, crop.Size, SKColorType.Gray8, SKAlphaType.Opaque);
            using var image = SKImage.FromPixelCopy(info, (nint)first);
            // Hard pixels where each becomes a square of them.
            var filter = Tile % crop.Size == 0 ? SKFilterMode.Nearest : SKFilterMode.Linear;
            canvas.DrawImage(image, SKRect.Create(x, y, Tile, Tile), new SKSamplingOptions(filter));
        }
    }
}
