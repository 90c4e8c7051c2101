using Fingerspell.Tests.Shared;
using Fingerspell.Training.Evaluation.Photos;
using SkiaSharp;

namespace Fingerspell.Training.Tests.Evaluation.Photos;

public sealed class PhotoEvaluationFilesTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_files_are_those_of_a_dataset_and_none_is_a_row_and_a_column()
    {
        Write(MadeReadings.Of('A', 'A', 0.9f), MadeReadings.Of('A', 'B', 0.9f), MadeReadings.NoHand('B'), MadeReadings.Of(null, 'B', 0.6f));
        Assert.Equal(
            [
                "confusion_matrix.csv", "confusion_matrix.png", "confusion_matrix_normalized.png", "misread.png",
                "reliability.png", "report.json", "report.txt",
            ],
            Directory.GetFiles(folder.Path).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
        Assert.Equal("1,1,0\n0,0,1\n0,1,0\n", File.ReadAllText(folder["confusion_matrix.csv"]));
        Assert.Contains("\n \"none\": {\n", File.ReadAllText(folder["report.json"]), StringComparison.Ordinal);
        Assert.EndsWith("      A  B  none\nA     1  1     0\nB     0  0     1\nnone  0  1     0\n",
            File.ReadAllText(folder["report.txt"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_misread_photograph_is_shown_as_the_crop_that_the_network_was_given()
    {
        Write(MadeReadings.Of('A', 'B', 0.9f));
        using var sheet = SKBitmap.Decode(folder["misread.png"]);
        Assert.InRange(sheet.Pixels.Count(pixel => pixel == new SKColor(40, 40, 40)), 56 * 56, 56 * 56 + 100);
    }

    [Fact]
    public void Where_no_hand_was_found_there_is_no_crop_and_nothing_to_calibrate()
    {
        Write(MadeReadings.Of('A', 'A', 0.9f));
        Assert.True(File.Exists(folder["reliability.png"]));
        Write(MadeReadings.NoHand('A'));
        using var sheet = SKBitmap.Decode(folder["misread.png"]);
        Assert.InRange(sheet.Pixels.Count(pixel => pixel == SKColors.LightGray), 112 * 112, 112 * 112 + 100);
        Assert.False(File.Exists(folder["reliability.png"]));
    }

    void Write(params PhotoReading[] readings) =>
        PhotoEvaluationFiles.Write(folder.Path, "made", readings, Measurement.Of(readings, handsFound: true));
}
