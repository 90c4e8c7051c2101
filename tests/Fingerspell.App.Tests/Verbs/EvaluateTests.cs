using System.Text.Json;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Verbs;

public sealed class EvaluateTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly string model;

    // Four rows of the test file: A, B and C are read rightly, the last is a B that looks like C. One signer has two rows.
    public EvaluateTests()
    {
        model = MadeModel.Save(folder["made.onnx"]);
        Directory.CreateDirectory(folder["data"]);
        WriteSplit("sign_mnist_train.csv", ['K', 'L'], ['K', 'L']);
        WriteSplit("sign_mnist_test.csv", ['A', 'B', 'C', 'B'], ['A', 'B', 'C', 'C']);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_test_file_is_reported_on()
    {
        var (code, output, error) = await Evaluate("--data", folder["data"]);
        Assert.Equal((0, ""), (code, error));
        Assert.StartsWith(
            """
                          precision    recall  f1-score   support

                       A       1.00      1.00      1.00         1
                       B       1.00      0.50      0.67         2
                       C       0.50      1.00      0.67         1

                accuracy                           0.75         4

            """, output, StringComparison.Ordinal);
        Assert.Contains("Accuracy           75.00 % (3 of 4)", output, StringComparison.Ordinal);
        Assert.Contains("B read as C              1  50.00 %", output, StringComparison.Ordinal);
        Assert.Contains("   A  B  C\nA  1  0  0\nB  0  1  1\nC  0  0  1\n", output, StringComparison.Ordinal);
        Assert.Contains("confidence of 0.5 or more", output, StringComparison.Ordinal);
        Assert.EndsWith("Answered           4 of 4, 75.00 % of them rightly\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_digits_and_split_are_chosen()
    {
        var (code, output, _) = await Evaluate(
            "--data", folder["data"], "--split", "train", "--names", "numbers", "--digits", "4");
        Assert.Equal(0, code);
        Assert.Contains("          10     1.0000    1.0000    1.0000         1\n", output, StringComparison.Ordinal);
        Assert.Contains("Nothing was misread.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_is_one_object_with_signers_where_they_are_known()
    {
        File.WriteAllText(Path.Combine(folder["data"], "sources.csv"),
            """
            split,row,label,signer,photo
            train,1,10,user_3,K/1.jpg
            train,2,11,user_3,L/1.jpg
            test,1,0,user_3,A/1.jpg
            test,2,1,user_3,B/1.jpg
            test,3,2,user_4,C/1.jpg
            test,4,1,user_4,B/2.jpg

            """);
        var (code, output, _) = await Evaluate("--data", folder["data"], "--json");
        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(
            ["photos", "accuracy", "answered", "accuracyWhenAnswered", "perLetter", "confusions", "perSigner"],
            json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(0.75, json.RootElement.GetProperty("accuracy").GetDouble());
        Assert.Equal(0.5, json.RootElement.GetProperty("perSigner").GetProperty("user_4").GetProperty("accuracy").GetDouble());
    }

    [Fact]
    public async Task Files_are_written_where_output_says()
    {
        var (code, output, error) = await Evaluate("--data", folder["data"], "--output", folder["report"], "--digits", "4", "--names", "numbers");
        Assert.Equal(0, code);
        Assert.StartsWith(File.ReadAllText(Path.Combine(folder["report"], "report.txt")), output, StringComparison.Ordinal);
        Assert.Contains($"wrote report, confusion matrix and pictures to {folder["report"]}", error, StringComparison.Ordinal);
        Assert.Equal("1,0,0\n0,1,1\n0,0,1\n", File.ReadAllText(Path.Combine(folder["report"], "confusion_matrix.csv")));
    }

    [Fact]
    public async Task What_is_not_asked_for_says_nothing_of_its_options()
    {
        var (_, _, error) = await Evaluate("--boxes", "boxes.csv", "--crop");
        Assert.Contains("--boxes belongs to --photos", error, StringComparison.Ordinal);
        Assert.DoesNotContain("each say where the hand is", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--boxes belongs to --photos", "--boxes", "boxes.csv")]
    [InlineData("--write has no use with the dataset", "--write", "results.md")]
    [InlineData("--epochs belongs to --leave-one-signer-out", "--epochs", "1")]
    [InlineData("--digits has no use with --photos", "--photos", "photos", "--digits", "3")]
    [InlineData("--sets has no use with --photos", "--photos", "photos", "--sets", "sets")]
    [InlineData("--output has no use with --sets", "--sets", "sets", "--output", "out")]
    [InlineData("--boxes, --crop and --hands each say", "--photos", "photos", "--boxes", "boxes.csv", "--crop")]
    [InlineData("--digits takes 0 to 15, not 16", "--digits", "16")]
    [InlineData("'validation' not recognized", "--split", "validation")]
    [InlineData("'words' not recognized", "--names", "words")]
    public async Task Options_that_make_no_sense_are_bad_usage(string expected, params string[] options)
    {
        var (code, output, error) = await Evaluate(options);
        Assert.Equal((CommandLine.BadUsage, ""), (code, output));
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_model_or_dataset_is_one_line()
    {
        var (code, output, error) = await Run.Command("evaluate", "--model", folder["none.onnx"]);
        Assert.Equal((CommandLine.Failed, ""), (code, output));
        Assert.Equal(1, error.Count(c => c == '\n'));
        Assert.Contains("none.onnx", error, StringComparison.Ordinal);

        (code, output, error) = await Evaluate("--data", folder["nowhere"]);
        Assert.Equal((CommandLine.Failed, ""), (code, output));
        Assert.Contains("nowhere", error, StringComparison.Ordinal);
    }

    Task<(int Code, string Output, string Error)> Evaluate(params string[] options) =>
        Run.Command(["evaluate", "--model", model, .. options]);

    void WriteSplit(string file, char[] labels, char[] looks)
    {
        var lines = labels.Zip(looks, (label, look) =>
            $"{Alphabet.LabelOf(label)},{string.Join(',', Enumerable.Repeat(MadeModel.GrayOf(look), 784))}");
        File.WriteAllLines(
            Path.Combine(folder["data"], file),
            [$"label,{string.Join(',', Enumerable.Range(1, 784).Select(i => $"pixel{i}"))}", .. lines]);
    }
}
