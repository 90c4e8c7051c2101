using System.Globalization;
using System.Text;
using System.Text.Json;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Verbs;

public sealed class EvaluateSignersTests : IDisposable
{
    readonly TemporaryFolder place = new();

    public EvaluateSignersTests() => MadeDataset.Write(place["data"], trainRows: 48, testRows: 24);

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Tells_how_well_each_signer_is_read_by_a_network_that_has_not_seen_them()
    {
        var (code, output, _) = await Run.Command("evaluate", "--leave-one-signer-out", "--data", place["data"],
            "--folds", place["folds"], "--epochs", "1", "--batch-size", "16", "--threads", "1", "--json");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(72, json.RootElement.GetProperty("photos").GetInt32());
        Assert.Equal(3, json.RootElement.GetProperty("perSigner").EnumerateObject().Count());
        Assert.Equal(3, Directory.GetDirectories(place["folds"]).Length);
    }

    [Fact]
    public async Task Some_signers_can_be_chosen_and_a_temperature_is_fitted_to_them()
    {
        var (code, output, _) = await Run.Command("evaluate", "--leave-one-signer-out", "--data", place["data"],
            "--folds", place["folds"], "--epochs", "1", "--batch-size", "16", "--threads", "1", "--signers", "user_2,user_0");
        Assert.Equal(0, code);
        Assert.Equal(["user_0", "user_2"], Directory.GetDirectories(place["folds"]).Select(Path.GetFileName).Order());
        Assert.Contains("fitted to these: loss ", output, StringComparison.Ordinal);
        Assert.Contains("| threshold | answered | right when answered |", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Photographs_are_read_by_networks_that_have_seen_neither_photograph_nor_row_of_their_signer()
    {
        // A set that names its two signers, and one that names nobody.
        Photos("named", "user_0", "user_1");
        Photos("nameless", "", "");
        string[] command =
        [
            "evaluate", "--leave-one-signer-out", "--network", "letters", "--data", place["data"], "--photos", place["photos"],
            "--folds", place["folds"], "--epochs", "1", "--batch-size", "8", "--dataset-rows", "8", "--drawn-hands", "0", "--drawn-heads", "0", "--backgrounds", "0", "--threads", "1",
            "--signers", "user_0,nameless",
        ];
        var (code, output, _) = await Run.Command([.. command, "--json"]);
        Assert.Equal(0, code);
        Assert.Equal(["nameless", "user_0"], Directory.GetDirectories(place["folds"]).Select(Path.GetFileName).Order());
        using var json = JsonDocument.Parse(output);
        Assert.Equal(8, json.RootElement.GetProperty("photos").GetInt32());
        Assert.Equal(["user_0", "nameless"], json.RootElement.GetProperty("perSigner").EnumerateObject().Select(signer => signer.Name));
        // A third of the rows is of user_0; beside each hand there is room for a piece without one.
        Assert.Equal(24, json.RootElement.GetProperty("rows").GetProperty("photos").GetInt32());
        Assert.Equal(8, json.RootElement.GetProperty("withoutHand")[0].GetProperty("photos").GetInt32());
        string config = File.ReadAllText(Path.Combine(place["folds"], "user_0", "config.json"));
        Assert.Contains("photographs and 32 rows", config, StringComparison.Ordinal);

        // The folds are there, so this only tests them.
        (code, output, _) = await Run.Command([.. command, "--output", place["report"]]);
        Assert.Equal(0, code);
        Assert.Contains("Sign Language MNIST, rows of the same signers", output, StringComparison.Ordinal);
        Assert.Contains("answered without a hand (of 8)", output, StringComparison.Ordinal);
        Assert.Equal(output, File.ReadAllText(Path.Combine(place["report"], "report.txt")));
        Assert.True(File.Exists(Path.Combine(place["report"], "misread.png")));

        // Other photographs, of whom the folds may have seen those left out: these are other folds.
        string boxes = Path.Combine(place["photos"], "named", "boxes.csv");
        string[] lines = File.ReadAllLines(boxes);
        File.WriteAllLines(boxes, [.. lines.SkipLast(1), lines[^1].Replace("user_1", "user_0", StringComparison.Ordinal)]);
        string error;
        (code, _, error) = await Run.Command(command);
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("holds a training with other options or data", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user_0 is left out twice", "user_0", "user_0")]
    [InlineData("user_0 is left out twice", "user_0+user_1", "user_0")]
    [InlineData("--signers names nobody", ",")]
    public async Task Nobody_is_left_out_twice_nor_by_no_name(string why, params string[] signers)
    {
        Photos("named", "user_0", "user_1");
        var (code, _, error) = await Run.Command(["evaluate", "--leave-one-signer-out", "--network", "letters", "--data", place["data"], "--photos", place["photos"],
            "--folds", place["folds"], "--signers", .. signers]);
        Assert.NotEqual(CommandLine.Done, code);
        Assert.Contains(why, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(place["folds"]));
    }

    [Fact]
    public async Task Without_the_rows_signers_it_says_what_is_missing_before_anything_is_trained()
    {
        Photos("named", "user_0", "user_1");
        File.Delete(place["data/sources.csv"]);
        var (code, _, error) = await Run.Command("evaluate", "--leave-one-signer-out", "--network", "letters", "--data", place["data"], "--photos", place["photos"],
            "--folds", place["folds"]);
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("leaving one signer out needs sources.csv", error, StringComparison.Ordinal);
        Assert.DoesNotContain("--validation", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(place["folds"]));
    }

    [Fact]
    public async Task Networks_of_earlier_folds_are_asked_together_with_those_of_now()
    {
        Photos("named", "user_0", "user_1");
        Photos("nameless", "", "");
        string[] Command(string folds, string epochs, params string[] more) =>
        [
            "evaluate", "--leave-one-signer-out", "--network", "letters", "--data", place["data"], "--photos", place["photos"],
            "--folds", place[folds], "--epochs", epochs, "--batch-size", "8", "--dataset-rows", "8", "--drawn-hands", "0", "--drawn-heads", "0", "--backgrounds", "0", "--threads", "1", "--json", .. more,
        ];
        async Task<double> LossOf(string[] command)
        {
            var (code, output, error) = await Run.Command(command);
            Assert.True(code == 0, error);
            using var json = JsonDocument.Parse(output);
            return json.RootElement.GetProperty("temperature").GetProperty("lossBefore").GetDouble();
        }
        double one = await LossOf(Command("one", "1", "--signers", "user_0")), other = await LossOf(Command("other", "2", "--signers", "user_0"));
        // The loss is convex in the logits, so that of their mean is no more than the mean of the losses.
        double together = await LossOf(Command("other", "2", "--signers", "user_0", "--with-folds", place["one"]));
        Assert.InRange(together, 0, (one + other) / 2);
        Assert.NotEqual(other, together);

        Directory.CreateDirectory(place["elsewhere"]);
        Directory.Move(Path.Combine(place["one"], "user_0"), Path.Combine(place["elsewhere"], "user_1"));
        var (code, _, error) = await Run.Command(Command("other", "2", "--signers", "user_1", "--with-folds", place["elsewhere"]));
        Assert.Equal(1, code);
        Assert.Contains("was not trained without user_1", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signers_with_a_plus_between_are_left_out_together()
    {
        Photos("named", "user_0", "user_1");
        Photos("nameless", "", "");
        var (code, output, _) = await Run.Command(
            "evaluate", "--leave-one-signer-out", "--network", "letters", "--data", place["data"], "--photos", place["photos"],
            "--folds", place["folds"], "--epochs", "1", "--batch-size", "8", "--dataset-rows", "8", "--drawn-hands", "0", "--drawn-heads", "0", "--backgrounds", "0", "--threads", "1",
            "--signers", "user_0+nameless", "--json");
        Assert.Equal(0, code);
        Assert.Equal("user_0+nameless", Path.GetFileName(Assert.Single(Directory.GetDirectories(place["folds"]))));
        using var json = JsonDocument.Parse(output);
        Assert.Equal(["user_0", "nameless"], json.RootElement.GetProperty("perSigner").EnumerateObject().Select(signer => signer.Name));
    }

    [Fact]
    public async Task With_a_hand_finder_whole_photographs_are_read_and_the_odds_of_a_sign_are_fitted()
    {
        // The made finder takes for a hand whatever is brighter than a middling grey, which only these letters are.
        Photos("dark", ["ABDE"], "");
        Photos("bright", ["TVXY"], "");
        // It boxes the whole picture, half of which then is the hand.
        string boxes = Path.Combine(place["photos"], "bright", "boxes.csv");
        File.WriteAllText(boxes, File.ReadAllText(boxes).Replace("5,10,24,20", "0,0,40,60", StringComparison.Ordinal));
        string[] command =
        [
            "evaluate", "--leave-one-signer-out", "--network", "letters", "--data", place["data"], "--photos", place["photos"], "--folds", place["folds"],
            "--epochs", "1", "--batch-size", "8", "--dataset-rows", "8", "--drawn-hands", "0", "--drawn-heads", "0", "--backgrounds", "0", "--threads", "1",
            "--hands", MadeHandModel.Save(place["hands.onnx"]),
        ];
        var (code, output, error) = await Run.Command([.. command, "--signers", "dark"]);
        Assert.True(code == 0, error);
        Assert.Contains("From the whole picture, the hand looked for", output, StringComparison.Ordinal);
        Assert.Contains("Hands found        in 0 of 4 pictures, and in 0 of 12 without the hand", output, StringComparison.Ordinal);
        Assert.Contains("Sign odds          cannot be fitted", output, StringComparison.Ordinal);

        (code, output, error) = await Run.Command([.. command, "--signers", "bright", "--json"]);
        Assert.True(code == 0, error);
        Assert.True(File.Exists(Path.Combine(place["folds"], "bright", "model.onnx")));
        using var json = JsonDocument.Parse(output);
        var whole = json.RootElement.GetProperty("whole");
        // Of each the picture with the hand taken out, and the side of it that is wide enough.
        Assert.Equal(4 * 2, whole.GetProperty("withoutHand")[0].GetProperty("photos").GetInt32());
        Assert.True(double.IsFinite(whole.GetProperty("signOdds").GetProperty("bias").GetDouble()));
    }

    [Theory]
    [InlineData("--network", "hand-finder")]
    [InlineData("--with-folds", "folds")]
    [InlineData("--hands", "hands.onnx")]
    [InlineData("--model", "model.onnx")]
    [InlineData("--split", "train")]
    [InlineData("--photos", "photos")]
    [InlineData("--margin", "1.5")]
    public async Task Is_refused_beside_what_it_would_not_use(string option, string value)
    {
        var (code, output, error) = await Run.Command("evaluate", "--leave-one-signer-out", option, value);
        Assert.Equal(CommandLine.BadUsage, code);
        Assert.Empty(output);
        Assert.Contains(option, error, StringComparison.Ordinal);
    }

    void Photos(string set, params string[] signers) => Photos(set, ["AC", "ABDE"], signers);

    void Photos(string set, string[] letters, params string[] signers)
    {
        var boxes = new StringBuilder("file,letter,signer,x,y,width,height\n");
        foreach (var (i, signer) in signers.Index())
        {
            foreach (char letter in letters[i])
            {
                string name = $"{letter}/{i}.png", path = Path.Combine(place["photos"], set, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                MadePictures.Save(path, MadeModel.GrayOf(letter), 80, 60);
                boxes.Append(CultureInfo.InvariantCulture, $"{name},{letter},{signer},5,10,24,20\n");
            }
        }
        File.WriteAllText(Path.Combine(place["photos"], set, "boxes.csv"), boxes.ToString());
    }
}
