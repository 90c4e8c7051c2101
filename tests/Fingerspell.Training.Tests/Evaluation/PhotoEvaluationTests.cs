using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Letters;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class PhotoEvaluationTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Photographs_are_listed_by_letter_and_what_is_none_is_passed_over()
    {
        Photo("B/2.PNG");
        Photo("B/10.jpg");
        Photo("A/x.jpeg");
        File.WriteAllText(folder["A/note.txt"], "");
        Photo("J/1.jpg");
        Photo("loose.jpg");
        Assert.Equal(["A/x.jpeg", "B/10.jpg", "B/2.PNG"], PhotoFolder.List(folder.Path).Select(photo => photo.Name));
        Assert.Equal([0, 1, 1], PhotoFolder.List(folder.Path).Select(photo => (int)photo.Label));
    }

    [Fact]
    public void A_folder_without_photographs_is_refused()
    {
        Assert.Contains("belong into a folder a letter", Refused(() => PhotoFolder.List(folder.Path)));
        Assert.Contains("does not exist", Refused(() => PhotoFolder.List(folder["none"])));
    }

    [Fact]
    public void The_box_decides_what_is_read()
    {
        // Left half as bright as K, right half as L.
        Directory.CreateDirectory(folder["L"]);
        using (var frame = MadePictures.Drawn(200, 100, (x, _) => Gray(MadeModel.GrayOf(x < 100 ? 'K' : 'L'))))
            frame.Save(folder["L/1.png"]);
        var right = Read(new HandBox("L/1.png", 'L', "ann", new Box(110, 5, 80, 80)));
        var left = Read(new HandBox("L/1.png", 'L', null, new Box(10, 5, 80, 80)));
        Assert.Equal([new(11, 11, "ann")], right);
        Assert.Equal([new Outcome(11, 10)], left);
    }

    [Fact]
    public void A_photograph_without_a_box_or_with_one_of_another_letter_is_refused()
    {
        Photo("L/1.png");
        Assert.Contains("L/1.png has no box", Refused(() => Read(new HandBox("L/2.png", 'L', null, new Box(0, 0, 9, 9)))));
        Assert.Contains("is in the folder of L, but its box says K",
            Refused(() => Read(new HandBox("L/1.png", 'K', null, new Box(0, 0, 9, 9)))));
    }

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
        var split = new DatasetSplit("test", [8], [.. Enumerable.Repeat(MadeModel.GrayOf('J'), DatasetSplit.PixelsPerRow)]);
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

    IReadOnlyList<Outcome> Read(HandBox box)
    {
        using var recognizer = new Recognizer(new WholeFrame(), LetterModel.Load(MadeModel.Save(folder["made.onnx"])));
        return PhotoEvaluation.Read(
            recognizer, PhotoFolder.List(folder.Path), new Dictionary<string, HandBox> { [box.File] = box },
            (_, error) => throw error, stop: TestContext.Current.CancellationToken);
    }

    static (byte, byte, byte) Gray(byte gray) => (gray, gray, gray);

    void Photo(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        File.WriteAllText(folder[name], "");
    }

    static string Refused(Func<object> what) => Assert.Throws<FingerspellException>(what).Message;
}
