using Fingerspell.Imaging;

namespace Fingerspell.Tests.Imaging;

public sealed class MaskOutlinesTests
{
    const int Side = 40;

    // A square of 20 pixels with a hole of 8, and a line of one pixel.
    static readonly byte[] Mask =
    [
        .. Enumerable.Range(0, Side * Side).Select(i => (X: i % Side, Y: i / Side)).Select(at =>
            (at.X is >= 5 and < 25 && at.Y is >= 5 and < 25 && !(at.X is >= 11 and < 19 && at.Y is >= 11 and < 19)) || (at.Y == 32 && at.X < 30)
                ? (byte)255 : (byte)0),
    ];

    [Fact]
    public void A_part_has_an_outline_and_each_hole_in_it_another()
    {
        // A line has no inside; the hole's outline goes through the pixels round it, and so around its corners.
        var outlines = MaskOutlines.Of(Mask, Side, 0.6).OrderBy(outline => outline.Min(point => point.X)).ToList();
        Assert.Equal(2, outlines.Count);
        Assert.Equal([(5, 5), (5, 24), (24, 5), (24, 24)], outlines[0].Order());
        Assert.Equal((10, 19, 10, 19), (outlines[1].Min(p => p.X), outlines[1].Max(p => p.X), outlines[1].Min(p => p.Y), outlines[1].Max(p => p.Y)));
    }

    [Fact]
    public void What_is_too_narrow_is_taken_out_and_the_rest_left()
    {
        byte[] left = MaskOutlines.WithoutSpecks(Mask, Side, 5);
        Assert.Equal(0, left[(32 * Side) + 10]);
        Assert.Equal((255, 0, 255), (left[(8 * Side) + 14], left[(15 * Side) + 15], left[(15 * Side) + 21]));
    }
}
