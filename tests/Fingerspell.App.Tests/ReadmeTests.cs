using System.Text.RegularExpressions;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests;

/// <summary>The commands that the documents and the help texts show exist, with their options, and what documents link to is there.</summary>
public sealed partial class ReadmeTests
{
    static readonly string[] Documents =
    [
        "README.md",
        .. new[] { "docs", "models" }.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.md").Select(file => $"{folder}/{Path.GetFileName(file)}")),
    ];

    [Fact]
    public void Every_command_in_the_documents_parses()
    {
        var commands = Documents.SelectMany(document => Command().Matches(Repository.Read(document)).Select(match => (document, Command: match.Groups[1].Value.Trim())))
            .Where(shown => shown.Command.Length > 0 && !shown.Command.Contains('…'))
            .Distinct().ToList();
        Assert.Contains(commands, shown => shown.Command.StartsWith("train", StringComparison.Ordinal));
        Assert.Multiple([.. commands.Select(shown => (Action)(() => Parses(shown.document, shown.Command)))]);
    }

    [Fact]
    public void Every_example_of_a_help_text_parses()
    {
        var examples = CommandLine.Create().Subcommands.SelectMany(verb => Example().Matches(verb.Description!).Select(match => (verb.Name, Command: match.Groups[1].Value))).ToList();
        Assert.Contains(examples, example => example.Command.StartsWith("evaluate --photos", StringComparison.Ordinal));
        Assert.Multiple([.. examples.Select(example => (Action)(() => Parses(example.Name, example.Command)))]);
    }

    [Fact]
    public void Every_file_and_heading_that_the_documents_link_to_exists()
    {
        int headings = 0;
        foreach (string document in Documents)
        {
            foreach (Match link in Link().Matches(Repository.Read(document)))
            {
                var (file, heading) = (link.Groups[1].Value, link.Groups[2].Value);
                string target = file.Length == 0 ? document : Path.Combine(Path.GetDirectoryName(document)!, file);
                Assert.True(Path.Exists(Repository.PathOf(target)), $"{document} links to {target}");
                if (heading.Length == 0)
                    continue;
                headings++;
                Assert.True(Heading().Matches(Repository.Read(target)).Any(match => Anchor(match.Groups[1].Value) == heading), $"{document} links to #{heading} of {target}");
            }
        }
        Assert.True(headings > 0);
    }

    static void Parses(string where, string command) =>
        Assert.True(CommandLine.Create().Parse(command).Errors is [], $"{where}: `fingerspell {command}` is not a command");

    /// <summary>What a heading is called in addresses: small, without punctuation, with lines for spaces.</summary>
    static string Anchor(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Where(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '-' or '_')).Replace(' ', '-');

    // Up to the code's end, a comment or the line's end.
    [GeneratedRegex(@"\./fingerspell\b([^`#\n]*)")]
    private static partial Regex Command();

    // Up to what is said of it, which stands apart.
    [GeneratedRegex(@"^ +(?:.*; )?fingerspell (.*?)(?: {2,}.*)?$", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex(@"\]\((?!https?:)([^)#]*)#?([^)]*)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
