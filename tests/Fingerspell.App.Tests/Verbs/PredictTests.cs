using System.Runtime.Versioning;
using System.Text.Json;
using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Verbs;

public sealed class PredictTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly string model;

    public PredictTests() => model = MadeModel.Save(folder["model.onnx"]);

    public void Dispose() => folder.Dispose();

    string Picture(string name, char letter, int width = 320, int height = 300) =>
        MadePictures.Save(folder[name], MadeModel.GrayOf(letter), width, height);

    const string Region = "0,0,300,300";

    Task<(int Code, string Output, string Error)> Predict(params string[] args) =>
        Run.Command(["predict", .. args, "--model", model]);

    static JsonElement[] Lines(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    string Rows(params char[] letters)
    {
        var rows = letters.Select(letter => "0," + string.Join(",", Enumerable.Repeat(MadeModel.GrayOf(letter), 784)));
        File.WriteAllLines(folder["rows.csv"], ["label," + string.Join(",", Enumerable.Range(1, 784).Select(i => $"pixel{i}")), .. rows]);
        return folder["rows.csv"];
    }

    [Fact]
    public async Task A_picture_is_read_in_its_region_as_one_line_of_the_fixed_shape()
    {
        string file = Picture("x.png", 'H');
        var (code, output, error) = await Predict(file, "--region", Region, "--json");
        Assert.Equal((CommandLine.Done, ""), (code, error));
        var line = Assert.Single(Lines(output));
        Assert.Equal(["file", "letter", "confidence", "box", "candidates"], line.EnumerateObject().Select(p => p.Name));
        Assert.Equal(file, line.GetProperty("file").GetString());
        Assert.Equal("H", line.GetProperty("letter").GetString());
        Assert.InRange(line.GetProperty("confidence").GetDouble(), 0.5, 1);
        Assert.Equal("""{"x":0,"y":0,"width":300,"height":300}""", line.GetProperty("box").GetRawText());
        var candidates = line.GetProperty("candidates").EnumerateArray().ToArray();
        Assert.Equal(3, candidates.Length);
        Assert.Equal(["letter", "confidence"], candidates[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal("H", candidates[0].GetProperty("letter").GetString());
    }

    [Fact]
    public async Task Where_no_letter_is_sure_enough_it_is_null_and_the_candidates_are_there()
    {
        MadeModel.Save(model, MadeModel.Metadata with { Threshold = 1, Temperature = 10 });
        var (code, output, _) = await Predict(Picture("x.png", 'H'), "--region", Region, "--json");
        Assert.Equal(CommandLine.Done, code);
        var line = Assert.Single(Lines(output));
        Assert.Equal(JsonValueKind.Null, line.GetProperty("letter").ValueKind);
        Assert.Equal(3, line.GetProperty("candidates").GetArrayLength());
    }

    [Fact]
    public async Task Folders_are_walked_in_ordinal_order_and_paths_kept_in_the_order_given()
    {
        Picture("set/b.png", 'B');
        Picture("set/B.png", 'C');
        Picture("set/sub/a.png", 'D');
        Picture("set/.hidden.png", 'E');
        File.WriteAllText(folder["set/notes.txt"], "no picture");
        string last = Picture("a.png", 'A');
        var (code, output, _) = await Predict(folder["set"], last, "--crop", "--json");
        Assert.Equal(CommandLine.Done, code);
        Assert.Equal(
            [(folder["set/B.png"], "C"), (folder["set/b.png"], "B"), (folder["set/sub/a.png"], "D"), (last, "A")],
            Lines(output).Select(line => (line.GetProperty("file").GetString()!, line.GetProperty("letter").GetString()!)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_cannot_be_read_is_told_and_the_rest_goes_on(bool json)
    {
        File.WriteAllText(folder["broken.jpg"], "no picture");
        Directory.CreateDirectory(folder["empty"]);
        string[] wrong = [folder["broken.jpg"], folder["none.png"], folder["empty"]];
        string good = Picture("good.png", 'L');
        var (code, output, error) = json ? await Predict([.. wrong, good, "--crop", "--json"]) : await Predict([.. wrong, good, "--crop"]);
        Assert.Equal(CommandLine.Failed, code);
        if (json)
        {
            var lines = Lines(output);
            Assert.Equal(wrong, lines[..3].Select(line => line.GetProperty("file").GetString()));
            Assert.All(lines[..3], line => Assert.Equal(["file", "error"], line.EnumerateObject().Select(p => p.Name)));
            Assert.Equal("L", lines[3].GetProperty("letter").GetString());
            Assert.Empty(error);
        }
        else
        {
            string[] lines = error.TrimEnd('\n').Split('\n');
            Assert.Equal(3, lines.Length);
            Assert.All(wrong.Zip(lines), pair => Assert.Contains(pair.First, pair.Second));
            Assert.Matches($@"^letter .*\nL +\d+\.\d% .* {good}\n$", output);
        }
    }

    [Fact]
    [SupportedOSPlatform("linux")] // for the rights of the folder
    public async Task A_folder_that_may_not_be_read_is_told_and_the_ones_beside_it_are_read()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root may read everything");
        string good = Picture("set/open/a.png", 'A'), closed = folder["set/closed"];
        Directory.CreateDirectory(closed, UnixFileMode.UserWrite);
        var (code, output, _) = await Predict(folder["set"], "--crop", "--json");
        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(CommandLine.Failed, code);
        Assert.Equal([closed, good], Lines(output).Select(line => line.GetProperty("file").GetString()));
        Assert.StartsWith($"the folder {closed} may not be read", Lines(output)[0].GetProperty("error").GetString());
    }

    [Fact]
    public async Task Crop_takes_the_whole_picture_and_region_a_part_of_it()
    {
        // Dark on the left, light on the right: the mean says which part was looked at.
        using (var frame = MadePictures.Drawn(100, 50, (x, _) => x < 50 ? default : ((byte)255, (byte)255, (byte)255)))
            frame.Save(folder["halves.png"]);
        async Task<string?> Letter(params string[] args) =>
            Lines((await Predict([folder["halves.png"], "--json", .. args])).Output).Single().GetProperty("letter").GetString();
        Assert.Equal("A", await Letter("--region", "0,0,50,50"));
        Assert.Equal("Y", await Letter("--region", "50,0,50,50"));
        Assert.Equal("M", await Letter("--crop"));
    }

    [Fact]
    public async Task The_hand_is_found_wherever_it_is()
    {
        string hands = MadeHandModel.Save(folder["hands.onnx"]);
        using (var frame = MadePictures.Bright(320, 240, new Box(200, 100, 60, 60)))
            frame.Save(folder["hand.png"]);
        string dark = MadePictures.Save(folder["dark.png"], 0);

        var (code, output, error) = await Predict(folder["hand.png"], dark, "--hands", hands, "--json");
        Assert.Equal((CommandLine.Done, ""), (code, error));
        var lines = Lines(output);
        Assert.Equal("Y", lines[0].GetProperty("letter").GetString());
        var box = lines[0].GetProperty("box");
        Assert.Equal(["x", "y", "width", "height"], box.EnumerateObject().Select(p => p.Name));
        Assert.InRange(box.GetProperty("x").GetInt32(), 198, 202);
        Assert.InRange(box.GetProperty("y").GetInt32(), 98, 102);
        Assert.Equal(
            $$"""{"file":"{{dark}}","letter":null,"confidence":0,"box":null,"candidates":[]}""", lines[1].GetRawText());

        (_, output, _) = await Predict(folder["hand.png"], dark, "--hands", hands);
        Assert.Matches(@"
-  +0\.0%  no hand  .*dark\.png
$", output);
    }

    [Fact]
    public async Task A_missing_hand_model_is_named_with_all_that_can_be_done()
    {
        var (code, output, error) = await Predict(Picture("a.png", 'A'), "--hands", folder["none.onnx"]);
        Assert.Equal((CommandLine.Failed, ""), (code, output));
        Assert.Equal(
            $"fingerspell: there is no hand model {folder["none.onnx"]}; name one with --hands, "
            + "or write one with `fingerspell train --network hand-finder`\n", error);
    }

    [Fact]
    public async Task Rows_need_no_hand_model_but_pictures_do()
    {
        // A file that no model is: whoever opened it would fail.
        File.WriteAllText(folder["hands.onnx"], "no model");
        string csv = Rows('A', 'B');
        Assert.Equal(CommandLine.Done, (await Predict(csv)).Code);
        Assert.Equal(CommandLine.Failed, (await Predict(csv, Picture("a.png", 'A'), "--hands", folder["hands.onnx"])).Code);
    }

    [Fact]
    public async Task Boxes_are_found_beside_the_box_file_and_a_picture_without_one_is_told()
    {
        using (var frame = MadePictures.Drawn(100, 50, (x, _) => x < 50 ? default : ((byte)255, (byte)255, (byte)255)))
        {
            frame.Save(folder["set/A/1.png"]);
            frame.Save(folder["set/A/2.png"]);
        }
        File.WriteAllText(folder["set/boxes.csv"], "file,letter,signer,x,y,width,height\nA/1.png,A,someone,60,10,30,30\n");
        var (code, output, _) = await Predict(folder["set/A"], "--boxes", folder["set/boxes.csv"], "--json");
        Assert.Equal(CommandLine.Failed, code);
        var lines = Lines(output);
        Assert.Equal("Y", lines[0].GetProperty("letter").GetString());
        Assert.Equal("""{"x":60,"y":10,"width":30,"height":30}""", lines[0].GetProperty("box").GetRawText());
        Assert.Contains("2.png has no box in", lines[1].GetProperty("error").GetString());
    }

    [Fact]
    public async Task Rows_of_a_csv_file_are_named_by_their_number()
    {
        string csv = Rows('A', 'B', 'C', 'D', 'E');
        var (code, output, _) = await Predict(csv, "--json");
        Assert.Equal(CommandLine.Done, code);
        Assert.Equal(["A", "B", "C", "D", "E"], Lines(output).Select(line => line.GetProperty("letter").GetString()));
        Assert.Equal($"{csv}:5", Lines(output)[4].GetProperty("file").GetString());

        (code, output, _) = await Predict(csv, "--json", "--rows", "4-9,1");
        Assert.Equal(CommandLine.Failed, code);
        var lines = Lines(output);
        Assert.Equal([$"{csv}:4", $"{csv}:5", $"{csv}:6", $"{csv}:1"], lines.Select(line => line.GetProperty("file").GetString()));
        Assert.Contains("has no row 6, only 5", lines[2].GetProperty("error").GetString());
    }

    [Fact]
    public async Task Wrong_rows_and_csv_files_of_another_kind_are_told()
    {
        string csv = Rows('A', 'B');
        File.AppendAllText(csv, "1,2,3\n");
        File.WriteAllText(folder["other.csv"], "a,b\n1,2\n");
        var (code, output, _) = await Predict(csv, folder["other.csv"], "--json");
        Assert.Equal(CommandLine.Failed, code);
        var lines = Lines(output);
        Assert.Equal(4, lines.Length);
        Assert.Contains("3 values, expected 785", lines[2].GetProperty("error").GetString());
        Assert.Contains("is not a file of 28×28 pictures", lines[3].GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_damaged_model_is_one_line_on_standard_error()
    {
        File.WriteAllText(model, "no model");
        var (code, output, error) = await Predict(Picture("a.png", 'A'), "--crop", "--json");
        Assert.Equal((CommandLine.Failed, ""), (code, output));
        Assert.Equal($"fingerspell: {model} is damaged or not an ONNX file; write it again with `fingerspell export`\n", error);
    }

    [Theory]
    [InlineData]
    [InlineData("a.png", "--region", "1,2,3")]
    [InlineData("a.png", "--rows", "0-3")]
    [InlineData("a.png", "--rows", "5-3")]
    [InlineData("a.png", "--rows", "x")]
    [InlineData("a.png", "--rows", "1-3")]
    [InlineData("rows.csv", "--crop")]
    [InlineData("rows.csv", "--region", "0,0,5,5")]
    [InlineData("rows.csv", "--boxes", "boxes.csv")]
    [InlineData("rows.csv", "--hands", "hands.onnx")]
    [InlineData("a.png", "--crop", "--region", "0,0,5,5")]
    [InlineData("a.png", "--crop", "--boxes", "boxes.csv")]
    [InlineData("a.png", "--crop", "--hands", "hands.onnx")]
    public async Task Wrong_usage_is_refused(params string[] args)
    {
        var (code, output, error) = await Predict(args);
        Assert.Equal((CommandLine.BadUsage, ""), (code, output));
        Assert.EndsWith("try `fingerspell predict --help`\n", error);
    }

    [Theory]
    [InlineData("--crop")]
    [InlineData("--region", "0,0,5,5")]
    [InlineData("--rows", "1-3")]
    public async Task Where_nothing_is_named_that_is_told_and_nothing_of_CSV_files(params string[] args)
    {
        var (code, output, error) = await Predict(args);
        Assert.Equal((CommandLine.BadUsage, ""), (code, output));
        Assert.DoesNotContain("CSV", error);
        Assert.EndsWith("try `fingerspell predict --help`\n", error);
    }
}
