using System.Text.Json;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Evaluation.Sets;

namespace Fingerspell.App.Tests.Verbs;

public sealed class EvaluateWordsTests : IDisposable
{
    const string Letters = "NOSTUW";
    readonly TemporaryFolder folder = new();

    // Squares of the letters' greys, which the models made for tests read rightly, and a set with too few letters.
    public EvaluateWordsTests()
    {
        foreach (char letter in Letters)
            MakePicture($"sets/squares/{letter}", letter);
        MakePicture("sets/one/T", 'T');
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Words_of_the_letters_that_a_set_has_are_spelled_and_read()
    {
        var (code, output, error) = await Evaluate("--json");
        Assert.Equal((0, "one is passed over: it, or one of its signers, lacks the letters of a word\n"), (code, error));
        using var json = JsonDocument.Parse(output);
        var set = Assert.Single(json.RootElement.GetProperty("sets").EnumerateArray());
        Assert.Equal("squares", set.GetProperty("name").GetString());
        Assert.Equal(0, set.GetProperty("errorRate").GetDouble());
        var words = set.GetProperty("words").EnumerateArray().ToList();
        Assert.NotEmpty(words);
        Assert.All(words, word =>
        {
            Assert.All(word.GetProperty("word").GetString()!, letter => Assert.Contains(letter, Letters));
            Assert.Equal(word.GetProperty("word").GetString(), word.GetProperty("text").GetString());
        });
    }

    [Fact]
    public async Task A_photograph_without_a_box_is_left_out_of_a_set_that_names_its_signers()
    {
        File.WriteAllLines(folder["sets/squares/boxes.csv"],
            ["file,letter,signer,x,y,width,height", .. Letters.Select(letter => $"{letter}/1.png,{letter},ann,100,80,160,160")]);
        MadePictures.SaveSquare(folder["sets/squares/T/2.png"], MadeModel.GrayOf('T'));
        var (code, output, error) = await Evaluate("--json");
        Assert.True(code == 0, error);
        using var json = JsonDocument.Parse(output);
        Assert.Equal("squares", Assert.Single(json.RootElement.GetProperty("sets").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_tables_are_written_into_their_own_place_of_a_document()
    {
        string other = $"{MarkedSection.Sets.Begin}\nkept\n{MarkedSection.Sets.End}\n";
        File.WriteAllText(folder["results.md"], $"{other}{MarkedSection.Words.Begin}\nold\n{MarkedSection.Words.End}\n");
        var (code, output, _) = await Evaluate("--write", folder["results.md"]);
        Assert.Equal(0, code);
        Assert.Equal($"{other}{MarkedSection.Words.Begin}\n{output}{MarkedSection.Words.End}\n", File.ReadAllText(folder["results.md"]));
    }

    [Fact]
    public async Task Sets_with_too_few_letters_are_an_error()
    {
        Directory.Delete(folder["sets/squares"], recursive: true);
        var (code, output, error) = await Evaluate();
        Assert.Equal((CommandLine.Failed, ""), (code, output));
        Assert.Contains("has the letters of a word", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photograph_that_cannot_be_read_is_named()
    {
        foreach (char letter in Letters)
            File.WriteAllText(folder[$"sets/squares/{letter}/1.png"], "no picture");
        var (code, output, error) = await Evaluate();
        Assert.Equal((CommandLine.Failed, ""), (code, output));
        Assert.Contains("1.png is not a picture", error, StringComparison.Ordinal);
    }

    void MakePicture(string place, char letter)
    {
        Directory.CreateDirectory(folder[place]);
        MadePictures.SaveSquare(folder[$"{place}/1.png"], MadeModel.GrayOf(letter));
    }

    Task<(int Code, string Output, string Error)> Evaluate(params string[] options) => Run.Command(
        ["evaluate", "--words", folder["sets"], "--model", MadeModel.Save(folder["made.onnx"]),
            "--hands", MadeHandModel.Save(folder["hands.onnx"]), .. options]);
}
