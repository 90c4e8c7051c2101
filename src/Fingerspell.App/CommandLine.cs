using System.CommandLine;

namespace Fingerspell.App;

/// <summary>The command <c>fingerspell</c>: its verbs, and what its exit code means.</summary>
public static class CommandLine
{
    /// <summary>The work was done.</summary>
    public const int Done = 0;

    /// <summary>The work failed; a line on standard error says why.</summary>
    public const int Failed = 1;

    /// <summary>The command was used wrongly; a line on standard error says how.</summary>
    public const int BadUsage = 2;

    /// <summary>Runs one command line to its end and returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter? output = null, TextWriter? error = null)
    {
        var root = new RootCommand("Reads the American Sign Language manual alphabet, and trains what reads it.");
        foreach (var verb in Verbs.All.Create())
            root.Subcommands.Add(verb);

        var parsed = root.Parse(args);
        var console = new InvocationConfiguration
        {
            Output = output ?? Console.Out,
            Error = error ?? Console.Error,
            EnableDefaultExceptionHandler = false,
        };
        try
        {
            int code = await parsed.InvokeAsync(console);
            return parsed.Errors.Count > 0 ? BadUsage : code;
        }
        catch (FingerspellException e)
        {
            await console.Error.WriteLineAsync($"fingerspell: {e.Message}");
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await console.Error.WriteLineAsync("fingerspell: stopped");
            return Failed;
        }
    }
}
