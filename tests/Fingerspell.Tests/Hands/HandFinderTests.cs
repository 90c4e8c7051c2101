using CsCheck;
using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Tests.Hands;

/// <summary>Finding with the made model, for which the hand is what is bright.</summary>
public sealed class HandFinderTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly HandFinder finder;

    public HandFinderTests() => finder = new HandFinder(HandModel.Load(MadeHandModel.Save(folder["hands.onnx"]), threads: 1));

    public void Dispose()
    {
        finder.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void The_hand_is_found_to_within_a_pixel_of_the_second_look() =>
        Gen.Select(Gen.Int[0, 600], Gen.Int[0, 440], Gen.Int[40, 200], Gen.Int[40, 200]).Sample((x, y, width, height) =>
        {
            using var frame = MadePictures.Bright(640, 480, new Box(x, y, width, height));
            var hand = new Box(x, y, width, height).Clip(frame.Bounds)!.Value;
            var found = finder.Find(frame)!.Value;
            Assert.Equal(found, found.Clip(frame.Bounds));
            double pixel = Math.Ceiling(2.0 * Math.Max(hand.Width, hand.Height) / 160) + 1;
            Assert.InRange(found.X, hand.X - pixel, hand.X + pixel);
            Assert.InRange(found.Y, hand.Y - pixel, hand.Y + pixel);
            Assert.InRange(found.Right, hand.Right - pixel, hand.Right + pixel);
            Assert.InRange(found.Bottom, hand.Bottom - pixel, hand.Bottom + pixel);
        }, iter: 30);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(160, 160)]
    [InlineData(3840, 2160)]
    [InlineData(1080, 1920)]
    public void A_frame_of_any_size_is_searched(int width, int height)
    {
        using var bright = MadePictures.Bright(width, height, new Box(0, 0, width, height));
        Assert.True(finder.Find(bright)!.Value.Overlap(bright.Bounds) > 0.95);
        using var dark = MadePictures.Plain(0, width, height);
        Assert.Null(finder.Find(dark));
    }

    [Theory]
    [InlineData(1, 2000)]
    [InlineData(3000, 2)]
    [InlineData(31, 997)]
    public void In_a_frame_too_narrow_to_show_a_hand_whatever_is_found_is_within_it(int width, int height)
    {
        using var bright = MadePictures.Bright(width, height, new Box(0, 0, width, height));
        var found = finder.Find(bright);
        Assert.Equal(found, found?.Clip(bright.Bounds));
    }

    [Fact]
    public void Below_the_threshold_there_is_no_hand()
    {
        using var frame = MadePictures.Plain(255, 64, 64);
        using var strict = new HandFinder(HandModel.Load(folder["hands.onnx"]), threshold: 0.999);
        Assert.Null(strict.Find(frame));
        using var model = HandModel.Load(MadeHandModel.Save(folder["strict.onnx"], MadeHandModel.Metadata with { Threshold = 0.999 }));
        using var byModel = new HandFinder(model);
        Assert.Null(byModel.Find(frame));
    }

    [Fact]
    public void What_the_second_look_does_not_confirm_is_no_hand()
    {
        // This model sees the bright thing from afar, and no hand where it fills more than a tenth of the window.
        using var doubting = new HandFinder(HandModel.Load(MadeHandModel.Save(folder["doubting.onnx"], largestShare: 0.1f)));
        using var frame = MadePictures.Bright(640, 480, new Box(300, 200, 50, 50));
        Assert.NotNull(doubting.LookAbout(frame.Bounds, 1, frame));
        Assert.Null(doubting.Find(frame));
    }

    [Fact]
    public void That_there_is_a_hand_is_as_probable_as_the_second_and_third_look_say_together()
    {
        using var frame = MadePictures.Bright(640, 480, new Box(300, 200, 50, 50));
        var place = Assert.Single(finder.Places(frame));
        var second = finder.LookAbout(place.Box, 2, frame)!.Value;
        var third = finder.LookAbout(second.Box, 1.5, frame)!.Value;
        Assert.InRange(second.Probability, 0.5, 0.9999);
        Assert.Equal(second.Probability * third.Probability, place.Probability, 1e-6);
    }

    [Fact]
    public void The_box_is_that_of_the_fourth_look_which_must_see_the_hand_too()
    {
        using var frame = MadePictures.Bright(640, 480, new Box(300, 200, 50, 50));
        var place = Assert.Single(finder.Places(frame));
        Assert.Equal(finder.LookAbout(place.Box, 1.15, frame)!.Value.Box, place.Box);

        // The bright thing fills a quarter, 44 % and 76 % of the three last windows; to this model the last is no hand.
        using var doubting = new HandFinder(HandModel.Load(MadeHandModel.Save(folder["close.onnx"], largestShare: 0.6f)));
        Assert.NotNull(doubting.LookAbout(new Box(300, 200, 50, 50), 1.5, frame));
        Assert.Null(doubting.LookAbout(new Box(300, 200, 50, 50), 1.15, frame));
        Assert.Empty(doubting.Places(frame));
    }

    [Fact]
    public async Task Several_threads_may_find_at_once()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() =>
        {
            using var frame = MadePictures.Bright(160, 160, new Box(10 * i, 40, 60, 60));
            return finder.Find(frame)!.Value;
        })));
        for (int i = 0; i < found.Length; i++)
            Assert.InRange(found[i].X, 10 * i - 2, 10 * i + 2);
    }
}
