using System.CommandLine;
using System.CommandLine.Parsing;

namespace Fingerspell.App.Evaluating;

/// <summary>One of the things that <c>evaluate</c> measures.</summary>
interface IEvaluation
{
    /// <summary>What messages call it: the option that asks for it, such as <c>--photos</c>.</summary>
    string Name { get; }

    /// <summary>The options that belong to it alone.</summary>
    IReadOnlyList<Option> Own { get; }

    /// <summary>The options of <see cref="EvaluateOptions"/> that it heeds.</summary>
    IReadOnlyList<Option> Shared { get; }

    /// <summary>Whether the command line asks for it.</summary>
    bool IsWanted(CommandResult verb);

    /// <summary>Adds what is wrong with the command line that asks for it, beyond options that it does not heed.</summary>
    void Check(CommandResult verb)
    {
    }

    /// <summary>Measures and prints, and returns the exit code.</summary>
    int Run(ParseResult parsed, CancellationToken stop);
}
