using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Letters;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Tests;

public sealed class RecognizerTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_frame_is_read_in_its_hand_box()
    {
        // Only the region is the grey of a W; the rest is black, which would be an A.
        using var frame = MadePictures.Drawn(100, 80, (x, y) =>
            x >= 60 && y >= 40 ? (MadeModel.GrayOf('W'), MadeModel.GrayOf('W'), MadeModel.GrayOf('W')) : default);
        using var recognizer = NewRecognizer(new FixedRegion(new Box(60, 40, 100, 40)));
        var reading = recognizer.Read(frame);
        Assert.Equal('W', reading.Letter);
        Assert.Equal(new Box(60, 40, 40, 40), reading.Box);
        Assert.Equal(24, reading.Candidates.Count);
        Assert.Equal(reading.Candidates[0].Confidence, reading.Confidence);
        Assert.Equal(28, reading.Crop!.Size);
        Assert.Equal('A', recognizer.Read(frame, new Box(0, 0, 60, 40)).Letter);
    }

    [Fact]
    public void Without_a_hand_there_is_no_letter()
    {
        using var frame = MadePictures.Plain(0, 50, 50);
        using var recognizer = NewRecognizer(new NoHand());
        Assert.Equal(Reading.NoHand, recognizer.Read(frame));
    }

    [Fact]
    public void Below_the_threshold_no_letter_is_named_but_the_candidates_are_there()
    {
        // The grey between B and C: neither has more than half.
        byte between = (byte)((MadeModel.GrayOf('B') + MadeModel.GrayOf('C')) / 2);
        using var frame = MadePictures.Plain(between, 50, 50);
        using var unsure = NewRecognizer(new WholeFrame(), MadeModel.Metadata with { Threshold = 0.95 });
        var reading = unsure.Read(frame);
        Assert.Null(reading.Letter);
        Assert.Contains(reading.Candidates[0].Letter, "BC");
        Assert.InRange(reading.Confidence, 0.3f, 0.95f);
        Assert.NotNull(reading.Box);

        using var bold = NewRecognizer(new WholeFrame(), MadeModel.Metadata with { Threshold = 0.95 }, threshold: 0);
        Assert.Equal(reading.Candidates[0].Letter, bold.Read(frame).Letter);
    }

    [Fact]
    public void A_crop_of_any_size_is_read_as_it_is()
    {
        byte[] pixels = new byte[64 * 64];
        Array.Fill(pixels, MadeModel.GrayOf('K'));
        using var recognizer = NewRecognizer(new NoHand());
        var reading = recognizer.Read(new GrayCrop(64, pixels));
        Assert.Equal('K', reading.Letter);
        Assert.Equal(new Box(0, 0, 64, 64), reading.Box);
        Assert.Equal(28, reading.Crop!.Size);
    }

    [Fact]
    public void The_model_and_the_finder_are_disposed_with_the_recognizer()
    {
        var finder = new NoHand();
        var recognizer = NewRecognizer(finder);
        recognizer.Dispose();
        Assert.True(finder.Disposed);
        Assert.Throws<ObjectDisposedException>(() => recognizer.Read(new GrayCrop(28, new byte[784])));
    }

    Recognizer NewRecognizer(IHandFinder finder, LetterModelMetadata? metadata = null, double? threshold = null) =>
        new(finder, LetterModel.Load(MadeModel.Save(folder["a.onnx"], metadata)), threshold);

    sealed class NoHand : IHandFinder, IDisposable
    {
        public bool Disposed { get; private set; }

        public Box? Find(Frame frame) => null;

        public void Dispose() => Disposed = true;
    }
}
