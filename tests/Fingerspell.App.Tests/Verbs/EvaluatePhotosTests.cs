using System.Text.Json;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Verbs;

public sealed class EvaluatePhotosTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly string model;

    public EvaluatePhotosTests() => model = MadeModel.Save(folder["made.onnx"]);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Photographs_are_read_with_their_boxes_and_no_answer_counts_as_wrong()
    {
        Photo("A/1.png", MadeModel.GrayOf('A'));
        // As bright as what lies between B and C: neither is sure enough for this model.
        MadeModel.Save(model, MadeModel.Metadata with { Threshold = 0.8 });
        Photo("B/1.png", (byte)((MadeModel.GrayOf('B') + MadeModel.GrayOf('C')) / 2));
        string boxes = WriteBoxes("A/1.png,A,ann,10,10,100,100\nB/1.png,B,bob,10,10,100,100\n");

        var (code, output, error) = await Evaluate("--photos", folder["photos"], "--boxes", boxes, "--json");
        Assert.Equal((0, ""), (code, error));
        using var json = JsonDocument.Parse(output);
        Assert.Equal(2, json.RootElement.GetProperty("photos").GetInt32());
        Assert.Equal(0.5, json.RootElement.GetProperty("accuracy").GetDouble());
        Assert.Equal(1, json.RootElement.GetProperty("answered").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("accuracyWhenAnswered").GetDouble());
        Assert.Equal(0, json.RootElement.GetProperty("perSigner").GetProperty("bob").GetProperty("answered").GetInt32());
    }

    [Fact]
    public async Task A_photograph_that_cannot_be_read_is_named_and_the_others_are_evaluated()
    {
        Photo("A/1.png", MadeModel.GrayOf('A'));
        File.WriteAllText(Path.Combine(folder["photos"], "A", "2.png"), "no picture");
        var (code, output, error) = await Evaluate("--photos", folder["photos"], "--crop");
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("2.png", error, StringComparison.Ordinal);
        Assert.Contains("Accuracy           100.00 % (1 of 1)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hand_is_found_and_compared_with_the_boxes_that_lie_beside_the_photographs()
    {
        // This model takes what is bright for the hand.
        string hands = MadeHandModel.Save(folder["hands.onnx"]);
        BrightSquare("T/1.png", 'T');
        BrightSquare("T/2.png", 'T');
        BrightSquare("lamp.png", 'V');
        Photo("night.png", 0);
        File.WriteAllText(Path.Combine(folder["photos"], "boxes.csv"),
            "file,letter,signer,x,y,width,height\nT/1.png,T,ann,100,80,160,160\nT/2.png,T,ann,0,0,100,80\n");

        var (code, output, error) = await Evaluate("--photos", folder["photos"], "--hands", hands, "--json");
        Assert.Equal((0, ""), (code, error));
        using var json = JsonDocument.Parse(output);
        Assert.Equal(1, json.RootElement.GetProperty("accuracy").GetDouble());
        Assert.Equal(2, json.RootElement.GetProperty("boxes").GetProperty("found").GetInt32());
        Assert.Equal(1, json.RootElement.GetProperty("boxes").GetProperty("overlapping").GetInt32());
        var named = Assert.Single(json.RootElement.GetProperty("withoutHand").GetProperty("falseHands").EnumerateArray());
        Assert.Equal(("lamp.png", "V"), (named.GetProperty("file").GetString(), named.GetProperty("letter").GetString()));
    }

    [Fact]
    public async Task Pictures_without_a_hand_ask_for_silence()
    {
        MadeModel.Save(model, MadeModel.Metadata with { Threshold = 0.8 });
        Photo("wall.png", MadeModel.GrayOf('K'));
        Photo("face.png", (byte)((MadeModel.GrayOf('B') + MadeModel.GrayOf('C')) / 2));
        var (code, output, _) = await Evaluate("--photos", folder["photos"], "--crop");
        Assert.Equal(0, code);
        Assert.StartsWith("Without a hand     a letter named on 50.00 % (1 of 2), a hand found in 100.00 % (2)\n", output, StringComparison.Ordinal);
        Assert.Contains("| wall.png |      K |", output, StringComparison.Ordinal);

        (code, output, string error) = await Evaluate("--photos", folder["photos"], "--boxes", WriteBoxes(""));
        Assert.Equal((CommandLine.Failed, ""), (code, output));
        Assert.Contains("without a hand only", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_written_where_output_says()
    {
        Photo("A/1.png", MadeModel.GrayOf('A'));
        Photo("B/1.png", MadeModel.GrayOf('C'));
        var (code, output, error) = await Evaluate("--photos", folder["photos"], "--crop", "--output", folder["report"]);
        Assert.Equal(0, code);
        Assert.Contains($"wrote report, confusion matrix and pictures to {folder["report"]}", error, StringComparison.Ordinal);
        Assert.StartsWith(output, File.ReadAllText(Path.Combine(folder["report"], "report.txt")), StringComparison.Ordinal);
        Assert.Equal("1,0,0\n0,0,1\n0,0,0\n", File.ReadAllText(Path.Combine(folder["report"], "confusion_matrix.csv")));
    }

    Task<(int Code, string Output, string Error)> Evaluate(params string[] options) =>
        Run.Command(["evaluate", "--model", model, .. options]);

    string WriteBoxes(string rows)
    {
        File.WriteAllText(folder["boxes.csv"], "file,letter,signer,x,y,width,height\n" + rows);
        return folder["boxes.csv"];
    }

    void BrightSquare(string name, char letter)
    {
        string path = Path.Combine(folder["photos"], name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        MadePictures.SaveSquare(path, MadeModel.GrayOf(letter));
    }

    void Photo(string name, byte gray)
    {
        string path = Path.Combine(folder["photos"], name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        MadePictures.Save(path, gray);
    }
}
