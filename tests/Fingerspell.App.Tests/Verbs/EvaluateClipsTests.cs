using System.Text.Json;
using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Verbs;

public sealed class EvaluateClipsTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    // A square in the grey of a U, which points, draws a Z or is held, and a set of squares elsewhere every second.
    public EvaluateClipsTests()
    {
        Film("clips/Z/1.avi", [(300, 100), (300, 100), (180, 100), (300, 220), (180, 220), (180, 220)]);
        Film("clips/U/1.avi", [(300, 100), (300, 100), (300, 100)]);
        Directory.CreateDirectory(folder["sets/squares/U"]);
        for (int i = 0; i < 4; i++)
            MadePictures.SaveSquare(folder[$"sets/squares/U/{i}.png"], MadeModel.GrayOf('U'));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_Z_is_read_and_none_where_none_was_drawn()
    {
        // As macOS puts one beside each file of an archive.
        File.WriteAllText(folder["clips/Z/._1.avi"], "no video");
        var (code, output, error) = await Evaluate("--strung", folder["sets"], "--json");
        Assert.Equal((CommandLine.Done, ""), (code, error));
        using var json = JsonDocument.Parse(output);
        var clips = json.RootElement.GetProperty("clips").EnumerateArray().ToList();
        Assert.Equal(["U/1.avi U U 0", "Z/1.avi Z Z 0"], clips.Select(Line));
        Assert.All(clips, clip => Assert.Equal(1, clip.GetProperty("handFound").GetDouble()));
        var strung = Assert.Single(json.RootElement.GetProperty("strung").EnumerateArray());
        Assert.Equal("squares  U 0", Line(strung));
        Assert.Equal(8, strung.GetProperty("seconds").GetDouble());
        Assert.Equal(2, json.RootElement.GetProperty("acted").GetProperty("drawings").GetInt32());

        static string Line(JsonElement film) =>
            $"{film.GetProperty("name")} {film.GetProperty("letter")} {film.GetProperty("text")} {film.GetProperty("falseZ")}";
    }

    [Fact]
    public async Task Tables_tell_the_drawn_letters_from_the_others()
    {
        var (code, output, _) = await Evaluate();
        Assert.Equal(CommandLine.Done, code);
        Assert.Contains("| Z/1.avi | Z    | yes  |", output, StringComparison.Ordinal);
        Assert.Contains("| 1 clips of other letters |", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_clips_is_an_error()
    {
        Directory.Delete(folder["clips/Z"], recursive: true);
        Directory.Delete(folder["clips/U"], recursive: true);
        var (code, output, error) = await Evaluate();
        Assert.Equal((CommandLine.Failed, ""), (code, output));
        Assert.Contains("there is no clip in", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clip_that_cannot_be_read_is_named()
    {
        File.WriteAllText(folder["clips/U/1.avi"], "no video");
        var (code, _, error) = await Evaluate();
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("1.avi", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Acts_are_counted_from_one()
    {
        var (code, _, error) = await Evaluate("--acts", "0");
        Assert.Equal(CommandLine.BadUsage, code);
        Assert.Contains("--acts takes 1 to", error, StringComparison.Ordinal);
    }

    /// <summary>A video of a square that goes from place to place, each in 0.4 s, slow at both ends.</summary>
    void Film(string name, (int X, int Y)[] places)
    {
        byte gray = MadeModel.GrayOf('U');
        FrameRecorder.Write(folder[name], framesPerSecond: 15, recorder =>
        {
            for (int i = 0; i < 6 * (places.Length - 1); i++)
            {
                var (from, to) = (places[i / 6], places[i / 6 + 1]);
                double share = i % 6 / 6.0, way = share * share * (3 - 2 * share);
                int left = (int)(from.X + way * (to.X - from.X)), top = (int)(from.Y + way * (to.Y - from.Y));
                using var frame = MadePictures.Drawn(640, 480, (x, y) => x >= left && x < left + 120 && y >= top && y < top + 120 ? (gray, gray, gray) : default);
                recorder.Add(frame, TimeSpan.FromSeconds(i / 15.0));
            }
        });
    }

    Task<(int Code, string Output, string Error)> Evaluate(params string[] options) => Run.Command(
        ["evaluate", "--clips", folder["clips"], "--model", MadeModel.Save(folder["made.onnx"]),
            "--hands", MadeHandModel.Save(folder["hands.onnx"]), .. options.Contains("--acts") ? options : [.. options, "--acts", "2"]]);
}
