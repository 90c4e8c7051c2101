using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Fingerspell.App;

/// <summary>The help of <c>fingerspell</c> itself is one line a verb; each verb's own help has the examples.</summary>
sealed class RootHelp : SynchronousCommandLineAction
{
    readonly HelpAction help = new();

    public override int Invoke(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count == 0)
            return help.Invoke(parsed);

        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine($"""
            {command.Description}

            Usage:
              {command.Name} VERB [options]

            Verbs:
            """);
        foreach (var verb in command.Subcommands)
            output.WriteLine($"  {verb.Name,-9} {verb.Description!.Split('\n')[0]}");
        output.WriteLine($"""

            `{command.Name} VERB --help` has the verb's options and examples.
            """);
        return CommandLine.Done;
    }
}
