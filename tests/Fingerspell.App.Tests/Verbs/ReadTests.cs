using System.Text.Json;
using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Verbs;

public sealed class ReadTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly string model;

    public ReadTests() => model = MadeModel.Save(folder["model.onnx"]);

    public void Dispose() => folder.Dispose();

    Task<(int Code, string Output, string Error)> Read(params string[] args) =>
        Run.Command(["read", .. args, "--model", model, "--no-window", .. args.Contains("--region") || args.Contains("--hands") ? (string[])[] : ["--region", "0,0,300,300"]]);

    static JsonElement[] Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>A video in which each letter is shown for a second of ten frames.</summary>
    string Video(string name, string letters)
    {
        FrameRecorder.Write(folder[name], framesPerSecond: 10, recorder =>
        {
            for (int second = 0; second < letters.Length; second++)
            {
                using var frame = MadePictures.Plain(MadeModel.GrayOf(letters[second]), 160, 120);
                recorder.Add(frame, TimeSpan.FromSeconds(second + 0.9));
            }
        });
        return folder[name];
    }

    [Theory]
    [InlineData("cab.avi")]
    [InlineData("cab.mp4")]
    [InlineData("cab.mkv")]
    [InlineData("cab.mov")]
    public async Task A_video_is_read_by_its_own_time_in_lines_of_the_fixed_shape(string name)
    {
        var (code, output, error) = await Read(Video(name, "CAB"), "--json");
        Assert.Equal((CommandLine.Done, ""), (code, error));
        var lines = Lines(output);
        Assert.Equal(4, lines.Length);
        Assert.All(lines[..3], line => Assert.Equal(["seconds", "letter", "confidence", "text"], line.EnumerateObject().Select(p => p.Name)));
        Assert.Equal([0.6, 1.6, 2.6], lines[..3].Select(line => line.GetProperty("seconds").GetDouble()));
        Assert.Equal(["C", "A", "B"], lines[..3].Select(line => line.GetProperty("letter").GetString()));
        Assert.Equal(["C", "CA", "CAB"], lines[..3].Select(line => line.GetProperty("text").GetString()));
        Assert.Equal("""{"seconds":3,"text":"CAB","frames":30}""", lines[3].GetRawText());
    }

    [Fact]
    public async Task Text_mode_ends_with_the_text()
    {
        var (code, output, _) = await Read(Video("hi.avi", "HI"));
        Assert.Equal(CommandLine.Done, code);
        Assert.Matches(@"^ +0\.60 s  H .* H\n +1\.60 s  I .* HI\ntext: HI \(20 frames, 2\.00 s\)\n$", output);
    }

    [Fact]
    public async Task The_hold_time_decides_what_is_typed()
    {
        string video = Video("hi.avi", "HI");
        var (_, output, _) = await Read(video, "--json", "--hold", "2");
        Assert.Equal("""{"seconds":2,"text":"","frames":20}""", output.Trim());
    }

    [Fact]
    public async Task A_folder_of_pictures_is_a_video_of_thirty_frames_a_second()
    {
        for (int i = 0; i < 40; i++)
            MadePictures.Save(folder[$"frames/{i:000}.png"], MadeModel.GrayOf(i < 20 ? 'U' : 'S'), 40, 40);
        var (code, output, _) = await Read(folder["frames"], "--json", "--hold", "0.5");
        Assert.Equal(CommandLine.Done, code);
        Assert.Equal([0.5, 1.167, 1.333], Lines(output).Select(line => line.GetProperty("seconds").GetDouble()));
        Assert.Equal("US", Lines(output)[^1].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("out.mp4")]
    [InlineData("out.avi")]
    public async Task The_recorded_video_has_every_frame_with_the_reading_drawn_and_is_not_mirrored(string name)
    {
        string video = Video("c.avi", "C");
        var (code, _, _) = await Read(video, "--output", folder[name], "--region", "0,0,60,120", "--mirror");
        Assert.Equal(CommandLine.Done, code);
        using var source = FrameSource.Open(folder[name], TestContext.Current.CancellationToken);
        int frames = 0;
        while (source.Next() is var (frame, _))
        {
            frames++;
            using (frame)
            {
                // 160×120 is enlarged three times, and the panel is below it.
                Assert.Equal(480, frame.Width);
                Assert.True(frame.Height > 360);
                byte[] pixels = frame.ToBgr();
                // The green edge of the box: at the left, where the region is, and nowhere at the right.
                Assert.True(IsGreen(pixels, frame.Width, 1, 180));
                Assert.False(IsGreen(pixels, frame.Width, frame.Width - 2, 180));
            }
        }
        Assert.Equal(10, frames);
        Assert.Equal(10, source.FramesPerSecond, 0.01);
        Assert.Equal(["c.avi", "model.onnx", name], Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    static bool IsGreen(byte[] pixels, int width, int x, int y)
    {
        var pixel = pixels.AsSpan((y * width + x) * 3, 3);
        return pixel[1] > pixel[0] + 40 && pixel[1] > pixel[2] + 40;
    }

    [Fact]
    public async Task The_hand_is_found_and_followed()
    {
        // The hand goes from left to right for two seconds, while for the second one there is another bright thing.
        for (int i = 0; i < 60; i++)
        {
            var hand = new Box(20 + i, 20, 60, 60);
            using var frame = MadePictures.Bright(320, 240, i < 30 ? [hand] : [hand, new Box(0, 220, 20, 20)]);
            frame.Save(folder[$"frames/{i:00}.png"]);
        }
        string hands = MadeHandModel.Save(folder["hands.onnx"]);
        var (code, output, error) = await Read(folder["frames"], "--hands", hands, "--json", "--hold", "1.5", "--output", folder["out.avi"]);
        Assert.Equal((CommandLine.Done, ""), (code, error));
        // Whatever looked at both at once would have seen a darker crop and another letter.
        var lines = Lines(output);
        Assert.Equal(["Y", "Y"], lines.Select(line => line.GetProperty("text").GetString()));
        Assert.Equal("Y", lines[0].GetProperty("letter").GetString());
        Assert.Equal(1.5, lines[0].GetProperty("seconds").GetDouble());
        Assert.Equal(60, lines[1].GetProperty("frames").GetInt32());

        using var source = FrameSource.Open(folder["out.avi"], TestContext.Current.CancellationToken);
        using var first = source.Next()!.Value.Frame;
        // 320 pixels are shown twice as wide: the box's left edge.
        byte[] pixels = first.ToBgr();
        Assert.Contains(Enumerable.Range(36, 9), x => IsGreen(pixels, first.Width, x, 100));
    }

    [Fact]
    public async Task Where_there_is_no_hand_nothing_is_read()
    {
        string video = Video("a.avi", "A");
        var (code, output, _) = await Read(video, "--hands", MadeHandModel.Save(folder["hands.onnx"]), "--json", "--output", folder["out.avi"]);
        Assert.Equal(CommandLine.Done, code);
        Assert.Equal("""{"seconds":1,"text":"","frames":10}""", output.Trim());
        Assert.True(File.Exists(folder["out.avi"]));
    }

    [Fact]
    public async Task A_missing_hand_model_is_one_line()
    {
        var (code, output, error) = await Read(Video("a.avi", "A"), "--hands", folder["none.onnx"], "--json");
        Assert.Equal((CommandLine.Failed, ""), (code, output));
        Assert.StartsWith($"fingerspell: there is no hand model {folder["none.onnx"]}; ", error);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task A_frame_that_cannot_be_read_keeps_what_was_done_and_is_an_error()
    {
        MadePictures.Save(folder["frames/1.png"], 10, 40, 40);
        MadePictures.Save(folder["frames/2.png"], 10, 20, 20);
        var (code, output, error) = await Read(folder["frames"], "--json", "--output", folder["out.mp4"], "--region", "30,30,5,5");
        Assert.Equal(CommandLine.Failed, code);
        Assert.Equal(1, Assert.Single(Lines(output)).GetProperty("frames").GetInt32());
        Assert.Contains("the region 30,30,5,5 lies outside of the frame of 20×20 pixels", error);
        using var video = FrameSource.Open(folder["out.mp4"], TestContext.Current.CancellationToken);
        Assert.Equal(1, video.Count);
    }

    [Fact]
    public async Task A_first_frame_that_cannot_be_read_leaves_no_video()
    {
        MadePictures.Save(folder["frames/1.png"], 10, 20, 20);
        var (code, _, error) = await Read(folder["frames"], "--output", folder["out.mp4"], "--region", "30,30,5,5");
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("the region 30,30,5,5 lies outside of the frame of 20×20 pixels", error);
        Assert.Equal(["model.onnx"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_source_that_fails_midway_keeps_what_was_done_and_is_an_error()
    {
        MadePictures.Save(folder["frames/1.png"], 10, 40, 40);
        File.WriteAllText(folder["frames/2.png"], "no picture");
        var (code, output, error) = await Read(folder["frames"], "--json", "--output", folder["out.mp4"]);
        Assert.Equal(CommandLine.Failed, code);
        Assert.Equal(1, Assert.Single(Lines(output)).GetProperty("frames").GetInt32());
        Assert.Contains("2.png is not a picture", error);
        Assert.True(File.Exists(folder["out.mp4"]));
    }

    [Fact]
    public async Task A_source_that_fails_at_once_is_told_and_leaves_no_video()
    {
        Directory.CreateDirectory(folder["frames"]);
        File.WriteAllText(folder["frames/1.png"], "no picture");
        var (code, _, error) = await Read(folder["frames"], "--json", "--output", folder["out.mp4"]);
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("1.png is not a picture", error);
        Assert.Equal(["model.onnx"], Directory.GetFiles(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_video_that_is_read_is_not_replaced()
    {
        string video = Video("c.avi", "C");
        byte[] before = File.ReadAllBytes(video);
        var (code, _, error) = await Read(video, "--output", video);
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("would replace the video that is read", error);
        File.CreateSymbolicLink(folder["link.avi"], video);
        Directory.CreateSymbolicLink(folder["linked"], folder.Path);
        foreach (string other in (string[])[folder["link.avi"], folder["linked/c.avi"], "file://" + video])
            Assert.Equal(CommandLine.Failed, (await Read(other, "--output", video)).Code);
        Assert.Equal(before, File.ReadAllBytes(video));
    }

    [Theory]
    [InlineData("none.mp4", "there is no video file or folder")]
    [InlineData("text.mp4", "is not a video, or a damaged one")]
    [InlineData("cut.mp4", "is not a video, or a damaged one")]
    [InlineData("empty", "holds no pictures")]
    public async Task A_source_that_is_none_is_one_line(string name, string why)
    {
        File.WriteAllText(folder["text.mp4"], "no video");
        File.WriteAllBytes(folder["cut.mp4"], File.ReadAllBytes(Video("c.mp4", "C"))[..1000]);
        Directory.CreateDirectory(folder["empty"]);
        var (code, output, error) = await Read(folder[name], "--json");
        Assert.Equal((CommandLine.Failed, ""), (code, output));
        Assert.Contains(why, error);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("99", "camera 99 cannot be opened")]
    [InlineData("http://127.0.0.1:9/none", "the stream http://127.0.0.1:9/none cannot be opened")]
    public async Task A_missing_camera_or_stream_is_one_line(string source, string why)
    {
        var (code, output, error) = await Read(source);
        Assert.Equal((CommandLine.Failed, ""), (code, output));
        Assert.StartsWith($"fingerspell: {why}", error);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData]
    [InlineData("0", "--output", "a.txt")]
    [InlineData("0", "--hold", "-1")]
    [InlineData("0", "--hold", "NaN")]
    [InlineData("0", "--region", "a")]
    [InlineData("0", "--region", "0,0,9,9", "--hands", "hands.onnx")]
    [InlineData("0", "--mirror", "--no-mirror")]
    public async Task Wrong_usage_is_refused(params string[] args)
    {
        var (code, output, error) = await Read(args);
        Assert.Equal((CommandLine.BadUsage, ""), (code, output));
        Assert.EndsWith("try `fingerspell read --help`\n", error);
    }
}
