using System.Text.RegularExpressions;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests;

/// <summary>The commands that the documents show exist, with their options.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void Every_command_in_the_readme_parses()
    {
        string[] commands = [.. Command().Matches(Repository.Read("README.md")).Select(match => match.Groups[1].Value.Trim())];
        Assert.Contains(commands, command => command.StartsWith("train", StringComparison.Ordinal));
        Assert.Multiple([.. commands.Select(command => (Action)(() =>
            Assert.True(CommandLine.Create().Parse(command).Errors is [], $"`fingerspell {command}` is not a command")))]);
    }

    [Fact]
    public void Every_file_that_the_documents_link_to_exists()
    {
        foreach (string document in (string[])["README.md", "docs/architecture.md"])
        {
            foreach (Match link in Link().Matches(Repository.Read(document)))
            {
                string target = Path.Combine(Path.GetDirectoryName(document)!, link.Groups[1].Value);
                Assert.True(Path.Exists(Repository.PathOf(target)), $"{document} links to {target}");
            }
        }
    }

    // Up to the code's end, a comment or the line's end.
    [GeneratedRegex(@"\./fingerspell\b([^`#\n]*)")]
    private static partial Regex Command();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]+)\)")]
    private static partial Regex Link();
}
