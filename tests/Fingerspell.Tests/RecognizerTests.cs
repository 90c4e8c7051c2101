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
    public void Of_several_places_the_one_whose_letter_is_surest_is_read_and_followed()
    {
        // On the left the grey between B and C, on the right that of a W.
        byte between = (byte)((MadeModel.GrayOf('B') + MadeModel.GrayOf('C')) / 2), sure = MadeModel.GrayOf('W');
        using var frame = MadePictures.Drawn(100, 50, (x, _) => x < 50 ? (between, between, between) : (sure, sure, sure));
        var finder = new TwoPlaces(new Box(0, 0, 50, 50), new Box(50, 0, 50, 50));
        using var recognizer = NewRecognizer(finder);
        var reading = recognizer.Read(frame);
        Assert.Equal('W', reading.Letter);
        Assert.Equal(new Box(50, 0, 50, 50), reading.Box);
        Assert.Equal((new Box(50, 0, 50, 50), true), finder.Followed);
    }

    [Fact]
    public void A_letter_is_as_sure_as_that_there_is_a_hand_and_that_it_shows_the_letter()
    {
        byte between = (byte)((MadeModel.GrayOf('B') + MadeModel.GrayOf('C')) / 2), sure = MadeModel.GrayOf('W');
        using var frame = MadePictures.Drawn(100, 50, (x, _) => x < 50 ? (between, between, between) : (sure, sure, sure));
        var right = new Box(50, 0, 50, 50);
        using var recognizer = NewRecognizer(new TwoPlaces(right, right), threshold: 0.5);
        var certain = recognizer.Read(frame);

        using var likely = NewRecognizer(new TwoPlaces(new Box(0, 0, 50, 50), right, probability: 0.8), threshold: 0.5);
        var reading = likely.Read(frame);
        Assert.Equal('W', reading.Letter);
        Assert.Equal(0.8 * certain.Confidence, reading.Confidence, 1e-6);
        Assert.Equal(0.8, reading.Candidates.Sum(candidate => candidate.Confidence), 1e-5);
        Assert.Equal(reading.Confidence, reading.Candidates[0].Confidence);

        // What may be a hand and shows a letter surely is less than what surely is one and hardly shows one.
        using var doubtful = NewRecognizer(new TwoPlaces(new Box(0, 0, 50, 50), right, probability: 0.3), threshold: 0.5);
        Assert.Equal(new Box(0, 0, 50, 50), doubtful.Read(frame).Box);
    }

    [Fact]
    public void Where_no_hand_is_likely_to_sign_no_letter_is_named_however_low_the_threshold()
    {
        using var frame = MadePictures.Plain(MadeModel.GrayOf('W'), 50, 50);
        var place = new Box(0, 0, 50, 50);
        // The finder's word alone counts, and tips the scales at 0.6.
        var metadata = MadeModel.Metadata with { SignOdds = new SignOdds(-4 * Math.Log(0.6), 0, 4) };
        using var likely = NewRecognizer(new OnePlace(place, 0.61), metadata, threshold: 0);
        Assert.Equal('W', likely.Read(frame).Letter);
        Assert.InRange(likely.Read(frame).Confidence, 0.4f, 0.51f);

        using var unlikely = NewRecognizer(new OnePlace(place, 0.59), metadata, threshold: 0);
        var reading = unlikely.Read(frame);
        Assert.Null(reading.Letter);
        Assert.Equal(0, reading.Confidence);
        // What is followed from frame to frame, and what it looks like, is known all the same.
        Assert.Equal(place, reading.Box);
        Assert.Equal('W', reading.Candidates[0].Letter);
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
    public void The_margin_is_added_to_a_hand_but_not_to_what_is_a_crop_already()
    {
        // The hand is as bright as a Y, what is around it as an A.
        var hand = new Box(30, 30, 20, 20);
        using var frame = MadePictures.Drawn(100, 80, (x, y) =>
            new Box(x, y, 1, 1).Clip(hand) is null ? default : ((byte)250, (byte)250, (byte)250));
        var wide = MadeModel.Metadata with { Margin = 2 };
        using var region = NewRecognizer(new FixedRegion(hand), wide);
        Assert.Equal('Y', region.Read(frame).Letter);
        Assert.Equal('Y', region.ForStream().Read(frame).Letter);
        // A quarter of the crop is bright.
        Assert.Equal('G', region.Read(frame, hand).Letter);
        using var finding = NewRecognizer(BrightFinder(), wide);
        var reading = finding.Read(frame);
        Assert.Equal('G', reading.Letter);
        Assert.True(hand.Overlap(reading.Box!.Value) > 0.8, $"{reading.Box}");
    }

    [Fact]
    public void A_stream_follows_the_hand_and_others_are_not_disturbed()
    {
        using var recognizer = NewRecognizer(BrightFinder());
        using var alone = MadePictures.Drawn(320, 240, (x, y) => Spot(x, y, 40, 40));
        using var two = MadePictures.Drawn(320, 240, (x, y) => Spot(x, y, 40, 40) is (0, 0, 0) ? Spot(x, y, 280, 200) : Spot(x, y, 40, 40));
        var (stream, other) = (recognizer.ForStream(), recognizer.ForStream());
        var first = stream.Read(alone);
        Assert.Equal('Y', first.Letter);
        Assert.True(first.Box!.Value.Overlap(stream.Read(two).Box!.Value) > 0.8);
        Assert.Equal(recognizer.Read(two).Box, other.Read(two).Box);
        Assert.True(other.Read(two).Box!.Value.Width > 200);

        static (byte, byte, byte) Spot(int x, int y, int centreX, int centreY) =>
            Math.Abs(x - centreX) <= 15 && Math.Abs(y - centreY) <= 15 ? ((byte)250, (byte)250, (byte)250) : default;
    }

    [Fact]
    public void A_frame_without_a_hand_has_no_letter_in_a_stream_either()
    {
        using var recognizer = NewRecognizer(BrightFinder());
        using var dark = MadePictures.Plain(0, 320, 240);
        Assert.Equal(Reading.NoHand, recognizer.Read(dark));
        Assert.Equal(Reading.NoHand, recognizer.ForStream().Read(dark));
    }

    [Fact]
    public void The_shipped_recognizer_sees_no_hand_in_the_dark()
    {
        Assert.SkipUnless(File.Exists(Repository.PathOf("models/hands.onnx")), "models/hands.onnx is not trained yet");
        using var recognizer = Recognizer.LoadShipped();
        using var dark = MadePictures.Plain(0, 640, 480);
        Assert.Equal(Reading.NoHand, recognizer.Read(dark));
        Assert.Equal(Reading.NoHand, recognizer.ForStream().Read(dark));
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

    [Fact]
    public void Where_one_part_does_not_load_its_error_is_told_and_the_other_is_closed_again()
    {
        var finder = new NoHand();
        var error = Assert.Throws<FingerspellException>(() => Recognizer.Load(() => finder, () => LetterModel.Load(folder["missing.onnx"])));
        Assert.Contains("missing.onnx", error.Message, StringComparison.Ordinal);
        Assert.True(finder.Disposed);

        LetterModel? model = null;
        Assert.Throws<FingerspellException>(() => Recognizer.Load(
            () => throw new FingerspellException("no finder"), () => model = LetterModel.Load(MadeModel.Save(folder["a.onnx"]))));
        Assert.Throws<ObjectDisposedException>(() => model!.Classify(new GrayCrop(28, new byte[784]), 1));
    }

    [Theory]
    [InlineData(95)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_threshold_that_is_no_probability_is_refused(double threshold)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => NewRecognizer(new WholeFrame(), threshold: threshold));
        using var model = HandModel.Load(MadeHandModel.Save(folder["hands.onnx"]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HandFinder(model, threshold));
    }

    Recognizer NewRecognizer(IHandFinder finder, LetterModelMetadata? metadata = null, double? threshold = null) =>
        new(finder, LetterModel.Load(MadeModel.Save(folder["a.onnx"], metadata)), threshold);

    HandFinder BrightFinder() => new(HandModel.Load(MadeHandModel.Save(folder["hands.onnx"]), threads: 1));

    sealed class TwoPlaces(Box first, Box second, double probability = 1) : IHandFinder
    {
        public (Box? Box, bool ShowsLetter) Followed { get; private set; }

        public IReadOnlyList<HandPlace> Places(Frame frame) => [new(first, 1), new(second, probability)];

        public void Follow(Box? box, bool showsLetter) => Followed = (box, showsLetter);
    }

    sealed class OnePlace(Box place, double probability) : IHandFinder
    {
        public IReadOnlyList<HandPlace> Places(Frame frame) => [new(place, probability)];
    }

    sealed class NoHand : IHandFinder, IDisposable
    {
        public bool Disposed { get; private set; }

        public IReadOnlyList<HandPlace> Places(Frame frame) => [];

        public void Dispose() => Disposed = true;
    }
}
