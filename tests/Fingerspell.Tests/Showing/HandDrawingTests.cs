using Fingerspell.Imaging;
using Fingerspell.Showing;
using Fingerspell.Tests.Shared;
using OpenCvSharp;

namespace Fingerspell.Tests.Showing;

public sealed class HandDrawingTests
{
    static readonly HandLook Quick = new() { Samples = 1 };

    static Drawing Draw(char letter, HandLook? look = null, int size = 64) =>
        HandDrawing.Render(LetterMotion.At(letter, 0), look ?? Quick, size);

    static bool[] Outline(Drawing drawing) =>
        [.. Enumerable.Range(0, drawing.Width * drawing.Height).Select(i => drawing.Rgba.Span[i * 4 + 3] > 0)];

    static bool[] Mirror(bool[] outline, int width) =>
        [.. Enumerable.Range(0, outline.Length).Select(i => outline[i / width * width + width - 1 - i % width])];

    static double Brightness(Drawing drawing)
    {
        var rgba = drawing.Rgba.ToArray();
        int[] hand = [.. Enumerable.Range(0, rgba.Length / 4).Where(i => rgba[i * 4 + 3] > 0)];
        return hand.Average(i => rgba[i * 4] + rgba[i * 4 + 1] + rgba[i * 4 + 2]);
    }

    [Fact]
    public void The_same_hand_is_drawn_the_same()
    {
        var first = Draw('K', new HandLook());
        Assert.True(first.Rgba.Span.SequenceEqual(Draw('K', new HandLook()).Rgba.Span));
    }

    [Theory]
    [InlineData('A')]
    [InlineData('G')]
    [InlineData('Q')]
    [InlineData('Y')]
    public void A_left_hand_and_a_hand_seen_from_behind_have_the_mirrored_outline(char letter)
    {
        var right = Outline(Draw(letter));
        var mirrored = Mirror(right, 64);
        int Differing(bool[] other) => mirrored.Zip(other).Count(pair => pair.First != pair.Second);

        Assert.InRange(Differing(Outline(Draw(letter, Quick with { Side = HandSide.Left }))), 0, 8);
        // Without perspective the back of a thing has the outline of its front.
        Assert.InRange(Differing(Outline(Draw(letter, Quick with { SeenBy = Viewer.Signer }))), 0, 8);
        Assert.True(Differing(right) > 100, "the hand is its own mirror image, which proves nothing");
    }

    [Fact]
    public void The_signer_sees_the_back_of_an_open_hand()
    {
        var watcher = Draw('B');
        var signer = Draw('B', Quick with { SeenBy = Viewer.Signer, Side = HandSide.Left });
        var pairs = Outline(watcher).Zip(Outline(signer)).Count(pair => pair.First != pair.Second);
        Assert.InRange(pairs, 0, 8);
        Assert.False(watcher.Rgba.Span.SequenceEqual(signer.Rgba.Span));
    }

    [Fact]
    public void Every_letter_keeps_its_hand_within_the_picture()
    {
        foreach (char letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        {
            for (float share = 0; share <= 1; share += 0.125f)
            {
                var pose = LetterMotion.At(letter, share);
                var view = new HandView(pose, Quick);
                foreach (var bone in Skeleton.Build(pose, Quick.Build).Where(bone => bone.Part != Part.Palm))
                {
                    var tip = view.ToPicture(bone.To);
                    float most = Quick.Span / 2 - bone.Reach;
                    Assert.True(Math.Abs(tip.X) < most && Math.Abs(tip.Y) < most, $"{letter} at {share}: {bone.Part} is at {tip}");
                }
            }
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 5)]
    [InlineData(33, 64)]
    [InlineData(200, 40)]
    public void Any_size_has_a_hand_in_it(int width, int height)
    {
        var drawing = HandDrawing.Render(LetterMotion.At('S', 0), new HandLook { Centre = default }, width, height);
        Assert.Equal((width, height, width * height * 4), (drawing.Width, drawing.Height, drawing.Rgba.Length));
        Assert.NotNull(drawing.Bounds());
    }

    [Theory]
    [InlineData(0, 10, 1)]
    [InlineData(10, 5000, 1)]
    [InlineData(10, 10, 0)]
    [InlineData(10, 10, 5)]
    public void Sizes_and_samples_out_of_range_are_refused(int width, int height, int samples) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            HandDrawing.Render(LetterMotion.At('S', 0), new HandLook { Samples = samples }, width, height));

    [Fact]
    public void The_tones_go_from_light_to_dark()
    {
        double[] brightness = [.. SkinTone.All.Select(tone => Brightness(Draw('B', Quick with { Tone = tone })))];
        Assert.Equal(brightness.OrderDescending(), brightness);
        Assert.True(brightness[0] > 2 * brightness[^1], string.Join(" ", brightness));
    }

    [Fact]
    public void Every_two_letters_that_are_held_differ()
    {
        var drawn = Alphabet.StaticLetters.ToDictionary(letter => letter, letter => Draw(letter, Quick with { Background = new Rgb(0, 0, 0) }, 48).Rgba.ToArray());
        foreach (char one in drawn.Keys)
        {
            foreach (char other in drawn.Keys.Where(other => other > one))
            {
                double difference = drawn[one].Zip(drawn[other]).Average(pair => Math.Abs(pair.First - pair.Second));
                Assert.True(difference > 1, $"{one} and {other} differ by {difference:0.00}");
            }
        }
    }

    [Fact]
    public void A_background_fills_what_is_transparent_without_one()
    {
        var bare = Draw('L');
        var filled = Draw('L', Quick with { Background = new Rgb(10, 200, 30) });
        for (int i = 0; i < bare.Rgba.Length; i += 4)
        {
            var pixel = filled.Rgba.Span.Slice(i, 4);
            Assert.Equal(255, pixel[3]);
            if (bare.Rgba.Span[i + 3] == 0)
                Assert.Equal<byte[]>([10, 200, 30], pixel[..3].ToArray());
        }
    }

    [Fact]
    public void Light_from_the_other_side_moves_the_shade()
    {
        static double Lean(Drawing drawing)
        {
            var rgba = drawing.Rgba.ToArray();
            return Enumerable.Range(0, rgba.Length / 4).Where(i => rgba[i * 4 + 3] > 0)
                .Sum(i => rgba[i * 4] * (i % drawing.Width < drawing.Width / 2 ? -1.0 : 1.0));
        }
        var left = Draw('B', Quick with { Light = new(-1, 0.2f, 0.3f) });
        var right = Draw('B', Quick with { Light = new(1, 0.2f, 0.3f) });
        Assert.True(Lean(right) > Lean(left));
    }

    [Fact]
    public void With_the_light_straight_behind_the_room_lights_the_hand()
    {
        double front = Brightness(Draw('B', Quick with { Light = new(0, 0, 1) }));
        double behind = Brightness(Draw('B', Quick with { Light = new(0, 0, -1) }));
        Assert.InRange(behind, front / 10, front);
    }

    [Fact]
    public void A_light_without_a_direction_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Draw('B', Quick with { Light = default }));
        Assert.Contains("has no direction", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_file_holds_the_pixels()
    {
        using var folder = new TemporaryFolder();
        var drawing = Draw('W', new HandLook { Background = new Rgb(90, 100, 110) }, 50);
        drawing.SavePng(folder["w.png"]);
        using var loaded = Frame.Load(folder["w.png"]);
        using var expected = drawing.ToFrame(new Rgb(0, 0, 0));
        Assert.Equal((50, 50), (loaded.Width, loaded.Height));
        Assert.Equal(expected.ToBgr(), loaded.ToBgr());
    }

    [Fact]
    public void The_file_holds_the_opacity_too()
    {
        var drawing = Draw('W', new HandLook(), 50);
        Assert.Contains(drawing.Rgba.ToArray().Where((_, i) => i % 4 == 3), alpha => alpha is > 0 and < 255);
        using var read = Cv2.ImDecode(drawing.ToPng(), ImreadModes.Unchanged);
        Cv2.CvtColor(read, read, ColorConversionCodes.BGRA2RGBA);
        Assert.Equal(drawing.Rgba.ToArray(), read.AsSpan<byte>().ToArray());
    }

    [Fact]
    public void One_core_draws_what_all_draw() => Assert.Equal(
        Draw('R', new HandLook()).Rgba.ToArray(), HandDrawing.Render(LetterMotion.At('R', 0), new HandLook(), 64, 64, threads: 1).Rgba.ToArray());

    [Theory]
    [InlineData('B', HandSide.Right)]
    [InlineData('L', HandSide.Left)]
    [InlineData('Y', HandSide.Right)]
    public void The_box_of_a_hand_holds_all_that_is_drawn_but_the_forearm(char letter, HandSide side)
    {
        var pose = LetterMotion.At(letter, 0);
        var look = new HandLook { Side = side, Samples = 1 };
        var box = HandDrawing.BoxOf(pose, look, 120);
        var drawn = HandDrawing.Render(pose, look, 120).Bounds()!.Value;
        // The forearm reaches the picture's border at the bottom or a side; on all other sides both boxes end where the fingers do.
        int[] off = [box.X - drawn.X, box.Y - drawn.Y, drawn.Right - box.Right, drawn.Bottom - box.Bottom];
        Assert.Contains(off, side => side > 5);
        Assert.True(off.Count(side => Math.Abs(side) <= 5) >= 2, string.Join(" ", off));
        Assert.All(off, side => Assert.True(side >= -5, string.Join(" ", off)));
    }
}
