using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class EvaluationFilesTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("evaluation-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void All_files_are_written_and_nothing_else_is_left()
    {
        var (truth, predicted) = RecordedPredictions.Load();
        RowSource[] sources = [.. truth.Select((label, row) => new RowSource($"user_{3 + row % 7}", $"{label}.jpg"))];
        EvaluationFiles.Write(
            folder,
            MadePredictions.Of(truth, predicted, row => 0.3f + row * 7 % 70 / 100f, sources),
            MadePredictions.Split(truth, sources));

        string[] files = [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];
        Assert.Equal(
            ["confusion_matrix.csv", "confusion_matrix.png", "confusion_matrix_normalized.png", "misread.png", "reliability.png", "report.txt"],
            files);
        Assert.Equal(Fingerspell.Tests.Shared.Golden.Read("confusion_matrix.csv"), File.ReadAllText(Path.Combine(folder, "confusion_matrix.csv")));
        string report = File.ReadAllText(Path.Combine(folder, "report.txt"));
        Assert.StartsWith(Fingerspell.Tests.Shared.Golden.Read("classification_report_letters.txt"), report, StringComparison.Ordinal);
        Assert.Contains("98.10 % (7036 of 7172), 95 % interval 97.76 % – 98.39 %", report, StringComparison.Ordinal);
    }
}
