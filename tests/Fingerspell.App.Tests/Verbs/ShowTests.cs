using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Verbs;

public sealed class ShowTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_word_becomes_a_picture_with_a_square_for_each_letter()
    {
        var (code, output, error) = await Run.Command("show", "hi z", "--output", folder["a.png"], "--size", "48");
        Assert.Equal((CommandLine.Done, "", $"wrote {folder["a.png"]}\n"), (code, output, error));
        using var picture = Frame.Load(folder["a.png"]);
        Assert.Equal((3 * 48 + 16, 48 + 9), (picture.Width, picture.Height));
    }

    [Fact]
    public async Task A_word_becomes_outlines_that_are_as_large_as_asked_for()
    {
        var (code, output, error) = await Run.Command("show", "I", "--output", folder["i.svg"], "--size", "48");
        Assert.Equal((CommandLine.Done, ""), (code, output));
        Assert.EndsWith($"wrote {folder["i.svg"]}\n", error);
        string svg = await File.ReadAllTextAsync(folder["i.svg"], TestContext.Current.CancellationToken);
        Assert.StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 768\" width=\"48\" height=\"57\"", svg);
    }

    [Fact]
    public async Task Hand_viewer_tone_and_background_change_the_picture()
    {
        string[][] options =
        [
            [], ["--hand", "left"], ["--seen-by", "signer"], ["--tone", "dark"], ["--background", "#204060"],
        ];
        var pictures = new HashSet<string>();
        foreach (string[] option in options)
        {
            var (code, _, _) = await Run.Command(["show", "F", "--output", folder["f.png"], "--size", "40", .. option]);
            Assert.Equal(CommandLine.Done, code);
            pictures.Add(Convert.ToHexString(File.ReadAllBytes(folder["f.png"])));
        }
        Assert.Equal(options.Length, pictures.Count);
    }

    [Fact]
    public async Task A_word_becomes_a_video_in_which_the_hand_moves()
    {
        var (code, _, _) = await Run.Command("show", "Z", "--output", folder["z.avi"], "--size", "32");
        Assert.Equal(CommandLine.Done, code);
        using var source = FrameSource.Open(folder["z.avi"], TestContext.Current.CancellationToken);
        var frames = new List<byte[]>();
        while (source.Next() is var (frame, _))
        {
            Assert.Equal((32, 32), (frame.Width, frame.Height));
            frames.Add(frame.ToBgr());
            frame.Dispose();
        }
        Assert.InRange(frames.Count, 30, 60);
        Assert.NotEqual(frames[0], frames[12]);
    }

    [Fact]
    public async Task Words_say_how_each_letter_is_made_once()
    {
        var (_, output, _) = await Run.Command("show", "BB", "--output", folder["b.png"], "--size", "32", "--words");
        Assert.Equal("B  four straight fingers side by side, the thumb folded across the palm\n", output);
    }

    [Theory]
    [InlineData("\"3\" has no handshape here", "A3")]
    [InlineData("\"😀\" has no handshape here", "HI 😀")]
    [InlineData("\"e\u0301\" has no handshape here", "CAFe\u0301")]
    [InlineData("there is no letter to show", " ")]
    [InlineData("must end in .png, .svg", "A", "--output", "a.gif")]
    [InlineData("--hand is one of Right, Left, not 'both'", "A", "--hand", "both")]
    [InlineData("--tone: pale, light,", "A", "--tone", "green")]
    [InlineData("--size: pixels from 32 to 1024", "A", "--size", "5")]
    [InlineData("is not a colour such as", "A", "--background", "blue")]
    public async Task Bad_usage_says_what_would_be_good(string expected, params string[] args)
    {
        var (code, output, error) = await Run.Command(["show", .. args]);
        Assert.Equal((CommandLine.BadUsage, ""), (code, output));
        Assert.Contains(expected, error);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_to_is_told_in_one_line()
    {
        Directory.CreateDirectory(folder["d.png"]);
        var (code, _, error) = await Run.Command("show", "A", "--output", folder["d.png"], "--size", "32");
        Assert.Equal(CommandLine.Failed, code);
        Assert.Equal($"fingerspell: cannot write {folder["d.png"]}: it is a folder; name a file\n", error);
    }
}
