using CsCheck;
using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Tests.Imaging;

public sealed class CropMakerTests
{
    [Theory]
    [InlineData(28)]
    [InlineData(64)]
    public void A_photograph_shrinks_as_OpenCV_recorded_it(int size)
    {
        using var frame = Frame.Load(Golden.PathOf("smooth300.png"));
        var crop = new CropMaker(size).Cut(frame, frame.Bounds);
        Assert.Equal(File.ReadAllBytes(Golden.PathOf($"smooth300_area{size}.u8")), crop.Pixels.ToArray());
    }

    [Theory]
    [InlineData("noise300", 300, 28)]
    [InlineData("noise300", 300, 64)]
    [InlineData("noise280", 280, 28)]
    [InlineData("smooth300", 300, 28)]
    public void A_grey_crop_shrinks_as_OpenCV_recorded_it(string name, int side, int size)
    {
        var crop = new CropMaker(size).Fit(new GrayCrop(side, Recorded($"{name}.u8")));
        Assert.Equal(Recorded($"{name}_area{size}.u8"), crop.Pixels.ToArray());
    }

    [Fact]
    public void A_colour_frame_turns_grey_and_shrinks_as_OpenCV_recorded_it()
    {
        using var frame = Frame.FromBgr(300, 300, Recorded("bgr300.u8"));
        Assert.Equal(Recorded("bgr300_gray.u8"), new CropMaker(300).Cut(frame, frame.Bounds).Pixels.ToArray());
        Assert.Equal(Recorded("bgr300_gray_area28.u8"), new CropMaker(28).Cut(frame, frame.Bounds).Pixels.ToArray());
    }

    [Fact]
    public void Colours_all_over_the_cube_turn_grey_as_OpenCV_recorded_it()
    {
        const int Side = 52;
        byte[] colours = Recorded("bgr_cube.u8"), grays = Recorded("bgr_cube_gray.u8");
        Assert.Equal(Side * Side * Side, grays.Length);
        for (int i = 0; i < Side; i++)
        {
            using var frame = Frame.FromBgr(Side, Side, colours.AsSpan(i * Side * Side * 3, Side * Side * 3));
            var crop = new CropMaker(Side).Cut(frame, frame.Bounds);
            Assert.Equal(grays[(i * Side * Side)..((i + 1) * Side * Side)], crop.Pixels.ToArray());
        }
    }

    [Fact]
    public void A_strip_whose_square_would_fill_the_memory_is_refused()
    {
        using var strip = MadePictures.Plain(90, 30_000, 4);
        Assert.Contains("30000×30000", Assert.Throws<FingerspellException>(() => new CropMaker(28).Cut(strip, strip.Bounds)).Message);
        Assert.Equal(28, new CropMaker(28).Cut(strip, new Box(0, 0, 9_000, 4)).Size);
    }

    [Fact]
    public void A_box_cuts_its_own_pixels_and_the_frames_nearest_ones_beyond_the_edge()
    {
        const int Width = 40, Height = 30;
        static byte Gray(int x, int y) => (byte)(x * 5 + y);
        using var frame = MadePictures.Drawn(Width, Height, (x, y) => (Gray(x, y), Gray(x, y), Gray(x, y)));
        Gen.Select(Gen.Int[-20, 39], Gen.Int[-20, 29], Gen.Int[1, 40], Gen.Int[1, 40])
            .Select((x, y, w, h) => new Box(x, y, w, h))
            .Where(box => box.Clip(frame.Bounds) is not null)
            .Sample(box =>
            {
                var square = box.ToSquare();
                // A crop maker of the square's own size does not scale.
                var crop = new CropMaker(square.Width).Cut(frame, box);
                var expected =
                    from y in Enumerable.Range(square.Y, square.Height)
                    from x in Enumerable.Range(square.X, square.Width)
                    select Gray(Math.Clamp(x, 0, Width - 1), Math.Clamp(y, 0, Height - 1));
                Assert.Equal(expected, crop.Pixels.ToArray());
            }, iter: 200);
    }

    [Fact]
    public void The_margin_enlarges_the_square_about_the_boxs_centre()
    {
        using var frame = MadePictures.Drawn(40, 30, (x, y) => ((byte)(5 * x), (byte)(5 * y), 100));
        var box = new Box(10, 5, 20, 8);
        Assert.Equal(
            new CropMaker(30).Cut(frame, new Box(5, -6, 30, 30)).Pixels.ToArray(),
            new CropMaker(30, margin: 1.5).Cut(frame, box).Pixels.ToArray());
        Assert.NotEqual(
            new CropMaker(30).Cut(frame, box).Pixels.ToArray(),
            new CropMaker(30, margin: 1.5).Cut(frame, box).Pixels.ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => new CropMaker(30, margin: 0.9));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CropMaker(30, double.NaN));
    }

    [Fact]
    public void A_circle_in_a_wide_box_stays_a_circle()
    {
        using var frame = MadePictures.Drawn(120, 60, (x, y) =>
            (x - 60) * (x - 60) + (y - 30) * (y - 30) <= 400 ? ((byte)255, (byte)255, (byte)255) : default);
        var crop = new CropMaker(30).Cut(frame, frame.Bounds);
        int[] columns = [.. Enumerable.Range(0, 30).Select(i => crop.Pixels.Span[15 * 30 + i] > 127 ? 1 : 0)];
        int[] rows = [.. Enumerable.Range(0, 30).Select(i => crop.Pixels.Span[i * 30 + 15] > 127 ? 1 : 0)];
        Assert.Equal(10, columns.Sum());
        Assert.Equal(10, rows.Sum());
    }

    [Fact]
    public void Enlarging_interpolates_between_the_pixels()
    {
        using var frame = Frame.FromBgr(2, 2, [0, 0, 0, 100, 100, 100, 0, 0, 0, 100, 100, 100]);
        byte[] row = new CropMaker(4).Cut(frame, frame.Bounds).Pixels[..4].ToArray();
        Assert.Equal([0, 25, 75, 100], row);
    }

    [Fact]
    public void A_crop_that_fits_is_left_alone()
    {
        var crop = new GrayCrop(2, new byte[] { 1, 2, 3, 4 });
        Assert.Same(crop, new CropMaker(2).Fit(crop));
        Assert.Same(crop, new CropMaker(2, margin: 2).Fit(crop));
    }

    [Theory]
    [InlineData(40, 0, 5, 5)]
    [InlineData(-5, 0, 5, 5)]
    [InlineData(0, 0, 0, 5)]
    [InlineData(0, 0, 1000, 5)]
    [InlineData(int.MaxValue, 0, int.MaxValue, 1)]
    public void A_box_that_does_not_fit_the_frame_is_refused(int x, int y, int width, int height)
    {
        using var frame = MadePictures.Plain(0, 40, 30);
        var error = Assert.Throws<FingerspellException>(() => new CropMaker(28).Cut(frame, new Box(x, y, width, height)));
        Assert.Contains("does not fit the frame of 40×30 pixels", error.Message, StringComparison.Ordinal);
    }

    static byte[] Recorded(string name) => File.ReadAllBytes(SharedData.Require($"golden/reference/{name}"));
}
