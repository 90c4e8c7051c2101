namespace Fingerspell.App.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("--help")]
    public async Task Help_names_the_command_and_is_a_success(params string[] args)
    {
        var (code, output, error) = await Run.Command(args);
        Assert.Equal(CommandLine.Done, code);
        Assert.Contains("fingerspell VERB", output);
        Assert.Empty(error);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("--nonsense")]
    public async Task Bad_usage_is_told_on_standard_error_alone(string argument)
    {
        var (code, output, error) = await Run.Command(argument);
        Assert.Equal(CommandLine.BadUsage, code);
        Assert.Empty(output);
        Assert.Contains($"'{argument}'", error);
        Assert.EndsWith("try `fingerspell --help`\n", error);
    }

    [Theory]
    [InlineData("--data", "data", "--data", "")]
    [InlineData("--output", "export", "runs/tutorial-1", "--output", "")]
    [InlineData("PATH", "predict", "")]
    public async Task What_is_given_as_nothing_at_all_is_refused_by_name(string name, params string[] args)
    {
        var (code, output, error) = await Run.Command(args);
        Assert.Equal((CommandLine.BadUsage, ""), (code, output));
        Assert.Contains($"fingerspell: {name} is given an empty text", error);
    }

    [Theory]
    [InlineData("--port takes a whole number, not 'any'", "serve", "--port", "any")]
    [InlineData("--hold takes a number, not 'long'", "read", "0", "--hold", "long")]
    [InlineData("--precision is one of Single, Half, Int8, not 'Int4'", "export", "run", "--precision", "Int4")]
    [InlineData("--digits takes a whole number, not '2.5'", "evaluate", "--digits", "2.5")]
    [InlineData("--hand is one of Right, Left, not 'both'", "demo", "--hand", "both")]
    public async Task A_value_that_is_none_is_told_in_plain_words(string message, params string[] args)
    {
        var (code, output, error) = await Run.Command(args);
        Assert.Equal((CommandLine.BadUsage, ""), (code, output));
        Assert.StartsWith($"fingerspell: {message}\ntry `fingerspell {args[0]} --help`", error);
    }

    [Fact]
    public async Task A_name_may_begin_with_an_at_sign()
    {
        var (code, _, error) = await Run.Command("predict", "@nobody.jpg");
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("@nobody.jpg does not exist", error);
    }

    [Fact]
    public async Task Every_verb_has_a_help_with_an_example()
    {
        foreach (var verb in CommandLine.Create().Subcommands)
        {
            var (code, output, _) = await Run.Command(verb.Name, "--help");
            Assert.Equal(CommandLine.Done, code);
            Assert.Contains($"Usage:\n  fingerspell {verb.Name} ", output);
            Assert.True(verb.Description!.Contains($"fingerspell {verb.Name}"), $"{verb.Name} lacks an example");
        }
    }
}
