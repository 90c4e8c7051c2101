using System.Text.Json;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Verbs;

public sealed class DemoTests
{
    [Fact]
    public async Task A_word_is_spelled_and_read_back_letter_by_letter()
    {
        // Letters that the shipped models are surest of.
        var (code, output, _) = await Run.Command("demo", "CAY", "--json");
        var json = JsonDocument.Parse(output).RootElement;
        Assert.Equal("CAY", json.GetProperty("word").GetString());
        Assert.Equal("CAY", json.GetProperty("text").GetString());
        Assert.True(json.GetProperty("read").GetBoolean());
        Assert.Equal(["C", "A", "Y"], json.GetProperty("letters").EnumerateArray().Select(letter => letter.GetString()));
        Assert.Equal(CommandLine.Done, code);
    }

    /// <summary>A double letter is dipped, and a Z is over when the hand has come to rest.</summary>
    [Theory]
    [InlineData("ALL")]
    [InlineData("JAZZ", "\nJ      J\n", "\nZ      Z\nZ      Z\n")]
    public async Task Double_letters_and_a_drawn_one_at_the_end_are_read(string word, params string[] rows)
    {
        var (code, output, _) = await Run.Command("demo", word);
        Assert.All(rows, row => Assert.Contains(row, output));
        Assert.Contains($"spelled {word}, read {word}\n", output);
        Assert.Equal(CommandLine.Done, code);
    }

    [Fact]
    public async Task Two_spaces_are_read_as_one()
    {
        var (code, output, _) = await Run.Command("demo", "CA  Y");
        Assert.Contains("spelled CA  Y, read CA Y\n", output);
        Assert.Equal(CommandLine.Done, code);
    }

    [Fact]
    public async Task A_word_that_is_not_read_is_a_failure()
    {
        using var folder = new TemporaryFolder();
        // A model that knows plain grey only.
        var (code, output, _) = await Run.Command("demo", "ab", "--model", MadeModel.Save(folder["model.onnx"]));
        Assert.Equal(CommandLine.Failed, code);
        Assert.StartsWith("shown  read\nA      ", output);
        Assert.Contains("\nspelled AB, read ", output);
    }

    [Fact]
    public async Task Most_of_the_drawn_letters_are_read()
    {
        var (code, output, _) = await Run.Command("demo", "--all", "--json");
        Assert.Equal(CommandLine.Done, code);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray();
        Assert.Equal(Alphabet.StaticLetters, string.Concat(lines.Select(line => line.GetProperty("letter").GetString())));
        int pictures = lines.Sum(line => line.GetProperty("read").GetArrayLength());
        int right = lines.Sum(line => line.GetProperty("read").EnumerateArray()
            .Count(read => read.GetString() == line.GetProperty("letter").GetString()));
        // The shipped models read all of them; on another processor some may fall.
        Assert.Equal(96, pictures);
        Assert.True(right >= 92, $"{right} of {pictures} drawn letters were read");
    }

    [Theory]
    [InlineData("--all tries every letter; give it or a word", "HELLO", "--all")]
    [InlineData("has no handshape here", "Ä")]
    public async Task Bad_usage_says_what_would_be_good(string expected, params string[] args)
    {
        var (code, output, error) = await Run.Command(["demo", .. args]);
        Assert.Equal((CommandLine.BadUsage, ""), (code, output));
        Assert.Contains(expected, error);
    }
}
