using System.Text.RegularExpressions;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Tests;

public sealed partial class ReadmeExampleTests
{
    const string Indentation = "        ";

    [Fact]
    public void The_readmes_example_is_the_one_that_is_compiled()
    {
        string[] source = Repository.Read("tests/Fingerspell.Tests/ReadmeExample.cs").Split('\n');
        var usings = source.Where(line => line.StartsWith("using ", StringComparison.Ordinal));
        var body = source.Where(line => line.StartsWith(Indentation, StringComparison.Ordinal)).Select(line => line[Indentation.Length..]);

        string readme = CodeBlock().Match(Repository.Read("README.md")).Groups[1].Value;

        Assert.Equal([.. usings, "", .. body, ""], readme.Split('\n'));
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
