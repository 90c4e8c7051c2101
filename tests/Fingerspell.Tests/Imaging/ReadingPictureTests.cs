using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Tests.Imaging;

public sealed class ReadingPictureTests
{
    [Theory]
    [InlineData(100, 50, 500, 250)]
    [InlineData(640, 480, 640, 480)]
    [InlineData(1, 500, 480, 2000)]
    [InlineData(1, 3000, 480, 3000)]
    public void A_small_frame_is_enlarged_but_a_narrow_one_not_without_bounds(int width, int height, int drawnWidth, int drawnHeight)
    {
        using var frame = MadePictures.Plain(100, width, height);
        using var picture = ReadingPicture.Draw(frame, Reading.NoHand, "", null, mirror: false);
        Assert.Equal((drawnWidth, drawnHeight + 128), (picture.Width, picture.Height));
    }

    [Fact]
    public void In_a_mirror_the_frame_and_the_box_are_on_the_other_side()
    {
        // Bright on the left, and the hand there.
        using var frame = MadePictures.Bright(640, 480, new Box(0, 0, 320, 480));
        var reading = Reading.NoHand with { Box = new Box(40, 100, 80, 80) };
        using var picture = ReadingPicture.Draw(frame, reading, "", null, mirror: true);
        byte[][] row = [.. picture.ToBgr().Chunk(3).Skip(140 * 640).Take(640)];
        Assert.Equal([0, 0, 0], row[0]);
        Assert.Equal([255, 255, 255], row[639]);
        int[] sides = [.. Enumerable.Range(0, 640).Where(x => row[x] is not ([0, 0, 0] or [255, 255, 255]))];
        Assert.InRange(sides.Min(), 518, 523);
        Assert.InRange(sides.Max(), 596, 601);
    }

    [Fact]
    public void Of_a_long_text_the_end_is_drawn_and_the_rest_costs_nothing()
    {
        string end = string.Concat(Enumerable.Repeat("HELLO WILLI ", 20));
        string text = new string('W', 20_000) + end;
        using var frame = MadePictures.Plain(100, 640, 480);
        using var expected = ReadingPicture.Draw(frame, Reading.NoHand, end, null, mirror: false);
        long before = GC.GetAllocatedBytesForCurrentThread();
        using var picture = ReadingPicture.Draw(frame, Reading.NoHand, text, null, mirror: false);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
        Assert.Equal(expected.ToBgr(), picture.ToBgr());

        using var shorter = ReadingPicture.Draw(frame, Reading.NoHand, end[..^3], null, mirror: false);
        Assert.NotEqual(shorter.ToBgr(), picture.ToBgr());
    }
}
