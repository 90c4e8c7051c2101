using CsCheck;
using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Tests.Imaging;

public sealed class WindowTests
{
    const int Width = 90, Height = 60;

    static readonly Box Bounds = new(0, 0, Width, Height);

    static readonly Gen<Window> Windows = Gen.Select(
        Gen.Int[-100, 150], Gen.Int[-100, 150], Gen.Int[1, 300], (x, y, side) => new Window(x, y, side));

    static readonly Gen<Box> Boxes = Gen.Select(
        Gen.Int[0, Width - 1], Gen.Int[0, Height - 1], Gen.Int[1, Width], Gen.Int[1, Height],
        (x, y, width, height) => new Box(x, y, width, height).Clip(Bounds)!.Value);

    [Fact]
    public void A_box_in_fractions_of_any_window_is_found_again_in_the_frame() =>
        Gen.Select(Windows, Boxes).Sample((window, box) => Assert.Equal(box, window.ToFrame(window.FromFrame(box), Bounds)));

    [Fact]
    public void The_window_itself_is_the_unit_square() => Windows.Sample(window =>
        Assert.Equal(new RelativeBox(0, 0, 1, 1), window.FromFrame(new Box(window.X, window.Y, window.Side, window.Side))));

    [Fact]
    public void Whatever_a_network_says_the_box_is_within_the_frame_or_there_is_none() =>
        Gen.Select(Windows, Gen.Double[-1e9, 1e9], Gen.Double[-1e9, 1e9], Gen.Double[-3, 3], Gen.Double[-3, 3])
            .Sample((window, left, top, right, bottom) =>
            {
                foreach (var said in (RelativeBox[])[new(left, top, right, bottom), new(right, bottom, left, top), new(right, bottom, right + 1e-9, bottom + 1e-9)])
                {
                    if (window.ToFrame(said, Bounds) is not { } box)
                        continue;
                    Assert.Equal(box, box.Clip(Bounds));
                    Assert.True(said.Left < said.Right && said.Top < said.Bottom);
                }
            });

    [Fact]
    public void A_box_beyond_the_frame_or_the_wrong_way_round_is_none()
    {
        var window = new Window(-100, -100, 400);
        Assert.Null(window.ToFrame(new RelativeBox(0.1, 0.3, 0.2, 0.4), Bounds));
        Assert.Null(window.ToFrame(new RelativeBox(0.4, 0.3, 0.3, 0.4), Bounds));
        Assert.Equal(new Box(20, 0, 20, 20), window.ToFrame(new RelativeBox(0.3, 0, 0.35, 0.3), Bounds));
    }

    [Fact]
    public void The_window_about_a_box_has_its_centre_and_its_longer_side_times_the_factor()
    {
        Assert.Equal(new Window(-15, -10, 80), Window.Around(new Box(5, 20, 40, 20), 2));
        Assert.Equal(new Window(0, -15, 90), Window.Around(Bounds));
        Assert.Equal(new Window(0, 0, 3), Window.Around(new Box(1, 1, 1, 1), 2.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => Window.Around(Bounds, 0.5));
    }

    [Fact]
    public void A_window_that_is_not_scaled_has_the_frames_pixels_in_planes_and_black_beyond_them()
    {
        using var frame = MadePictures.Drawn(Width, Height, (x, y) => ((byte)(x + 1), (byte)(y + 1), (byte)(x + y + 1)));
        Windows.Where(window => window.Side <= 120).Sample(window =>
        {
            byte[] pixels = window.Cut(frame, window.Side);
            Assert.Equal(3 * window.Side * window.Side, pixels.Length);
            for (int i = 0; i < window.Side * window.Side; i++)
            {
                int x = window.X + i % window.Side, y = window.Y + i / window.Side;
                var (red, green, blue) = x is >= 0 and < Width && y is >= 0 and < Height ? (x + y + 1, y + 1, x + 1) : (0, 0, 0);
                Assert.Equal((red, green, blue), (pixels[i], pixels[i + window.Side * window.Side], pixels[i + 2 * window.Side * window.Side]));
            }
        }, iter: 100);
    }

    [Fact]
    public void A_wide_frame_is_letterboxed_and_keeps_its_shape()
    {
        using var frame = MadePictures.Plain(200, 640, 480);
        byte[] pixels = Window.Around(frame.Bounds).Cut(frame, 160);
        for (int row = 0; row < 160; row++)
            Assert.All(pixels[(row * 160)..((row + 1) * 160)], pixel => Assert.Equal(row is >= 20 and < 140 ? 200 : 0, pixel));
    }

    [Fact]
    public void Shrinking_is_the_mean_of_the_pixels_and_enlarging_interpolates()
    {
        using var frame = MadePictures.Drawn(4, 4, (x, _) => x % 2 == 0 ? default : ((byte)100, (byte)100, (byte)100));
        Assert.All(new Window(0, 0, 4).Cut(frame, 2), pixel => Assert.Equal(50, pixel));
        using var small = MadePictures.Drawn(2, 2, (x, _) => x == 0 ? default : ((byte)100, (byte)100, (byte)100));
        Assert.Equal([0, 25, 75, 100], new Window(0, 0, 2).Cut(small, 4)[..4]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2000)]
    [InlineData(3000, 1)]
    [InlineData(3840, 2160)]
    [InlineData(159, 161)]
    public void A_frame_of_any_size_is_seen(int width, int height)
    {
        using var frame = MadePictures.Plain(200, width, height);
        Assert.Contains((byte)200, Window.Around(frame.Bounds).Cut(frame, 160));
    }

    [Theory]
    [InlineData(-50, 0)]
    [InlineData(0, 60)]
    [InlineData(int.MaxValue - 50, 0)]
    public void A_window_beyond_the_frame_is_black(int x, int y)
    {
        using var frame = MadePictures.Plain(200, Width, Height);
        Assert.All(new Window(x, y, 50).Cut(frame, 16), pixel => Assert.Equal(0, pixel));
    }
}
