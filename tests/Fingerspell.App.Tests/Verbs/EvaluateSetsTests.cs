using System.Text.Json;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Evaluation.Sets;

namespace Fingerspell.App.Tests.Verbs;

public sealed class EvaluateSetsTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    // One set with boxes, one without a hand; the test file has one row.
    public EvaluateSetsTests()
    {
        Directory.CreateDirectory(folder["data"]);
        MadeDataset.WriteFewRows(folder["data"]);
        Directory.CreateDirectory(folder["sets/webcam/T"]);
        Directory.CreateDirectory(folder["sets/no-hand"]);
        MadePictures.SaveSquare(folder["sets/webcam/T/1.png"], MadeModel.GrayOf('T'));
        MadePictures.SaveSquare(folder["sets/webcam/T/2.png"], MadeModel.GrayOf('V'));
        File.WriteAllText(folder["sets/webcam/boxes.csv"],
            "file,letter,signer,x,y,width,height\nT/1.png,T,ann,100,80,160,160\nT/2.png,T,ann,100,80,160,160\n");
        MadePictures.Save(folder["sets/no-hand/night.png"], 0);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_set_and_the_test_file_are_measured_the_same_way()
    {
        var (code, output, error) = await Evaluate("--json");
        Assert.Equal((0, ""), (code, error));
        using var json = JsonDocument.Parse(output);
        var sets = json.RootElement.GetProperty("sets").EnumerateArray().ToList();
        Assert.Equal(["MNIST test", "no-hand", "webcam"], sets.Select(set => set.GetProperty("name").GetString()));
        Assert.Equal([1, 0, 2], sets.Select(set => set.GetProperty("photos").GetInt32()));
        Assert.Equal(0, sets[1].GetProperty("withoutHand").GetProperty("foundShare").GetDouble());
        Assert.Equal(0.5, sets[2].GetProperty("accuracy").GetDouble());
        Assert.Equal(0.5, sets[2].GetProperty("boxesGiven").GetProperty("accuracy").GetDouble());
        Assert.Equal(64, json.RootElement.GetProperty("models").GetProperty("hands").GetString()!.Length);
    }

    [Fact]
    public async Task The_comparison_is_printed_and_written_between_the_markers_of_a_document()
    {
        File.WriteAllText(folder["results.md"], $"# Results\n\n{MarkedSection.Sets.Begin}\nold\n{MarkedSection.Sets.End}\n\nBy hand.\n");
        var (code, output, error) = await Evaluate("--write", folder["results.md"]);
        Assert.Equal(0, code);
        Assert.Contains($"wrote the comparison into {folder["results.md"]}", error, StringComparison.Ordinal);
        Assert.Equal($"# Results\n\n{MarkedSection.Sets.Begin}\n{output}{MarkedSection.Sets.End}\n\nBy hand.\n", File.ReadAllText(folder["results.md"]));
        Assert.StartsWith("Measured with `./fingerspell evaluate --sets ", output, StringComparison.Ordinal);
        Assert.Contains("\n| webcam     |           2 |  50.00 % |", output, StringComparison.Ordinal);
        Assert.Contains("T → V 1", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_without_the_markers_is_refused_before_anything_is_read()
    {
        File.WriteAllText(folder["results.md"], "# Results\n");
        var (code, output, error) = await Evaluate("--write", folder["results.md"]);
        Assert.Equal((CommandLine.Failed, ""), (code, output));
        Assert.Contains("has no place for the figures", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photograph_that_cannot_be_read_is_named_once_and_nothing_is_written()
    {
        File.WriteAllText(folder["sets/webcam/T/3.png"], "no picture");
        File.AppendAllText(folder["sets/webcam/boxes.csv"], "T/3.png,T,ann,100,80,160,160\n");
        var (code, output, error) = await Evaluate("--write", folder["results.md"]);
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("| webcam     |           2 |", output, StringComparison.Ordinal);
        Assert.Equal(2, error.Split("3.png is not a picture").Length);
        Assert.False(File.Exists(folder["results.md"]));
    }

    Task<(int Code, string Output, string Error)> Evaluate(params string[] options) => Run.Command(
        ["evaluate", "--sets", folder["sets"], "--data", folder["data"], "--model", MadeModel.Save(folder["made.onnx"]),
            "--hands", MadeHandModel.Save(folder["hands.onnx"]), .. options]);
}
