using Fingerspell.Letters;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class DatasetEvaluationTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Rows_of_a_dataset_are_fitted_to_the_models_size()
    {
        byte[] labels = [.. Enumerable.Range(0, 300).Select(row => (byte)Alphabet.LabelOf(Alphabet.StaticLetters[row % 24]))];
        byte[] pixels = [.. labels.SelectMany(label =>
            Enumerable.Repeat(MadeModel.GrayOf(Alphabet.LetterOf(label)), DatasetSplit.PixelsPerRow))];
        using var model = LetterModel.Load(MadeModel.Save(folder["64.onnx"], MadeModel.Metadata with { Size = 64 }));
        List<long> progress = [];

        var predictions = DatasetEvaluation.Predict(model, new("test", labels, pixels), progress.Add, TestContext.Current.CancellationToken);
        Assert.Equal(labels, predictions.Predicted);
        Assert.Equal([256, 300], progress);
    }

    [Fact]
    public void A_row_is_never_read_as_J()
    {
        var split = new DatasetSplit("test", [8], (byte[])[.. Enumerable.Repeat(MadeModel.GrayOf('J'), DatasetSplit.PixelsPerRow)]);
        using var model = LetterModel.Load(MadeModel.Save(folder["made.onnx"]));
        Assert.Contains(DatasetEvaluation.Predict(model, split, stop: TestContext.Current.CancellationToken).Predicted[0], (byte[])[8, 10]);
    }

    [Fact]
    public void Evaluation_stops_when_it_is_told_to()
    {
        using var model = LetterModel.Load(MadeModel.Save(folder["made.onnx"]));
        Assert.Throws<OperationCanceledException>(
            () => DatasetEvaluation.Predict(model, MadePredictions.Split([0]), stop: new CancellationToken(canceled: true)));
    }
}
