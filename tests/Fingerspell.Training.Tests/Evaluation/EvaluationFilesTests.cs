using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;
using SkiaSharp;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class EvaluationFilesTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void All_files_are_written_and_nothing_else_is_left()
    {
        var (truth, predicted) = RecordedPredictions.Load();
        RowSource[] sources = [.. truth.Select((label, row) => new RowSource($"user_{3 + row % 7}", $"{label}.jpg"))];
        EvaluationFiles.Write(
            folder.Path,
            MadePredictions.Of(truth, predicted, row => 0.3f + row * 7 % 70 / 100f, sources),
            MadePredictions.Split(truth, sources));

        Assert.Equal(
            [
                "confusion_matrix.csv", "confusion_matrix.png", "confusion_matrix_normalized.png", "misread.png",
                "reliability.png", "report.json", "report.txt",
            ],
            Directory.GetFiles(folder.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Equal(Golden.Read("confusion_matrix.csv"), Text("confusion_matrix.csv"));
        Assert.Equal(ClassificationReport.Of(truth, predicted).ToJson(LabelNames.Letters(LabelNames.Among(truth, predicted))) + "\n", Text("report.json"));
        string report = Text("report.txt");
        Assert.StartsWith(Golden.Read("classification_report_letters.txt"), report, StringComparison.Ordinal);
        Assert.Contains("98.10 % (7036 of 7172), 95 % interval 97.76 % – 98.39 % (Wilson)", report, StringComparison.Ordinal);
        Assert.Contains("\nuser_9 ", report, StringComparison.Ordinal);
        Assert.Contains("\nU read as H              3  1.13 %\n", report, StringComparison.Ordinal);
        Assert.Contains("\nand 97 other confusions\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public void The_matrix_is_dark_on_the_diagonal_and_light_beside_it()
    {
        byte[] truth = [.. Enumerable.Range(0, 24).Select(i => (byte)(i < 9 ? i : i + 1))];
        EvaluationFiles.Write(folder.Path, MadePredictions.Of(truth, truth), MadePredictions.Split(truth));
        using var picture = SKBitmap.Decode(folder["confusion_matrix.png"]);

        // The biggest share of dark pixels a line can have, in a matrix of 24, is one cell and the text around it.
        int[] dark = [.. Enumerable.Range(0, picture.Height).Select(y =>
            Enumerable.Range(0, picture.Width).Count(x => picture.GetPixel(x, y) is { Blue: > 60, Red: < 30 }))];
        Assert.InRange(dark.Count(count => count is > 20 and < 60), 24 * 30, picture.Height);
    }

    [Fact]
    public void Nothing_misread_is_said_in_words()
    {
        byte[] truth = [0, 1, 2];
        EvaluationFiles.Write(folder.Path, MadePredictions.Of(truth, truth), MadePredictions.Split(truth));

        Assert.Contains("\nNothing was misread.\n", Text("report.txt"), StringComparison.Ordinal);
        using var sheet = SKBitmap.Decode(folder["misread.png"]);
        Assert.Contains(SKColors.Black, sheet.Pixels);
    }

    [Fact]
    public void A_misread_row_is_shown_with_its_own_pixels()
    {
        byte[] pixels = new byte[2 * DatasetSplit.PixelsPerRow];
        pixels.AsSpan(DatasetSplit.PixelsPerRow).Fill(77);
        EvaluationFiles.Write(folder.Path, MadePredictions.Of([0, 1], [0, 2]), new DatasetSplit("test", [0, 1], pixels));

        using var sheet = SKBitmap.Decode(folder["misread.png"]);
        Assert.InRange(sheet.Pixels.Count(pixel => pixel == new SKColor(77, 77, 77)), 112 * 112, 112 * 112 + 100);
    }

    [Fact]
    public void Predictions_for_other_rows_are_refused_before_anything_is_written()
    {
        var error = Assert.Throws<FingerspellException>(
            () => EvaluationFiles.Write(folder.Path, MadePredictions.Of([0], [0]), MadePredictions.Split([0, 1])));
        Assert.Contains("1 predictions do not belong to the 2 rows of test", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    string Text(string name) => File.ReadAllText(folder[name]);
}
