using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Tests.Hands;

public sealed class FixedRegionTests
{
    [Fact]
    public void The_region_is_clipped_to_the_frame()
    {
        using var frame = MadePictures.Plain(0, 200, 400);
        Assert.Equal(new Box(0, 0, 200, 300), new FixedRegion(FixedRegion.Default).Find(frame));
        Assert.Equal(new Box(0, 390, 10, 10), new FixedRegion(new Box(-10, 390, 20, 20)).Find(frame));
        Assert.Equal(new Box(0, 0, 200, 400), new WholeFrame().Find(frame));
    }

    [Fact]
    public void A_region_outside_of_the_frame_is_refused()
    {
        using var frame = MadePictures.Plain(0, 200, 400);
        var error = Assert.Throws<FingerspellException>(() => new FixedRegion(new Box(200, 0, 10, 10)).Find(frame));
        Assert.Contains("200,0,10,10 lies outside of the frame of 200×400 pixels", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_is_written_as_four_whole_numbers()
    {
        Assert.Equal(new Box(10, -20, 30, 40), FixedRegion.Parse("10,-20, 30,40"));
        Assert.Equal(FixedRegion.Default, FixedRegion.Parse(FixedRegion.Default.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,2,3")]
    [InlineData("1,2,3,4,5")]
    [InlineData("1,2,3,x")]
    [InlineData("1,2,0,4")]
    [InlineData("1,2,3,-4")]
    [InlineData("1.5,2,3,4")]
    [InlineData("1,2,3,99999999999")]
    [InlineData("2000000000,2,2000000000,4")]
    public void What_is_no_region_is_refused(string text) =>
        Assert.Contains("is not a region; write x,y,width,height",
            Assert.Throws<FingerspellException>(() => FixedRegion.Parse(text)).Message, StringComparison.Ordinal);
}
