using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Letters;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation.Photos;

namespace Fingerspell.Training.Tests.Evaluation.Photos;

public sealed class PhotoEvaluationTests : IDisposable
{
    static readonly Box Left = new(10, 5, 80, 80), Right = new(110, 5, 80, 80);

    readonly TemporaryFolder folder = new();
    readonly Recognizer recognizer;

    public PhotoEvaluationTests()
    {
        recognizer = new(new FindsLeft(), LetterModel.Load(MadeModel.Save(folder["made.onnx"]), threads: 1));
        Directory.CreateDirectory(folder["L"]);
    }

    public void Dispose()
    {
        recognizer.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void The_hand_is_found_or_its_box_is_given()
    {
        // Left half as bright as K, right half as L.
        using (var frame = MadePictures.Drawn(200, 100, (x, _) => Gray(MadeModel.GrayOf(x < 100 ? 'K' : 'L'))))
            frame.Save(folder["L/1.png"]);
        TestPhoto[] photos = [Photo("L/1.png", Right)];
        var found = Assert.Single(Read(photos, boxesGiven: false)).Reading;
        var given = Assert.Single(Read(photos, boxesGiven: true)).Reading;
        Assert.Equal(('K', Left), (found.Letter, found.Box));
        Assert.Equal(('L', Right), (given.Letter, given.Box));
    }

    [Fact]
    public void The_order_is_kept_and_what_cannot_be_read_is_told_in_order_and_left_out()
    {
        const string Letters = "ABCDEFGHIKLMNOPQRSTUVWXY";
        TestPhoto[] photos = [.. Letters.Select((letter, i) => Photo($"L/{i}.png", Left))];
        for (int i = 0; i < photos.Length; i++)
        {
            if (i is 7 or 20)
                File.WriteAllText(photos[i].Path, "no picture");
            else
                MadePictures.Save(photos[i].Path, MadeModel.GrayOf(Letters[i]), 100, 100);
        }
        List<string> unreadable = [];
        List<long> progress = [];
        var readings = PhotoEvaluation.Read(
            recognizer, photos, boxesGiven: true, (photo, _) => unreadable.Add(photo.Name), progress.Add, TestContext.Current.CancellationToken);
        Assert.Equal(Letters.Where((_, i) => i is not (7 or 20)), readings.Select(reading => reading.Reading.Letter!.Value));
        Assert.Equal(["L/7.png", "L/20.png"], unreadable);
        Assert.Equal(Enumerable.Range(1, 24).Select(i => (long)i), progress);
    }

    [Fact]
    public void A_photograph_without_a_box_cannot_be_read_where_boxes_are_given() => Assert.Contains("L/2.png has no box",
        Assert.Throws<FingerspellException>(() => Read([Photo("L/1.png", Left), Photo("L/2.png", null)], boxesGiven: true)).Message, StringComparison.Ordinal);

    [Fact]
    public void It_stops_when_it_is_told_to() => Assert.Throws<OperationCanceledException>(() => PhotoEvaluation.Read(
        recognizer, [Photo("L/1.png", Left)], boxesGiven: false, (_, error) => throw error, stop: new CancellationToken(canceled: true)));

    IReadOnlyList<PhotoReading> Read(TestPhoto[] photos, bool boxesGiven) => PhotoEvaluation.Read(
        recognizer, photos, boxesGiven, (_, error) => throw error, stop: TestContext.Current.CancellationToken);

    TestPhoto Photo(string name, Box? box) => new(folder[name], name, 11, box is { } known ? new HandBox(name, 'L', null, known) : null);

    static (byte, byte, byte) Gray(byte gray) => (gray, gray, gray);

    sealed class FindsLeft : IHandFinder
    {
        public IReadOnlyList<HandPlace> Places(Frame frame) => [new(Left, 1)];
    }
}
