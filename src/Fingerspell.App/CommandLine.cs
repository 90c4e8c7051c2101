using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Microsoft.Win32.SafeHandles;

namespace Fingerspell.App;

/// <summary>The command <c>fingerspell</c>: its verbs, and what its exit code means.</summary>
static class CommandLine
{
    /// <summary>The work was done.</summary>
    public const int Done = 0;

    /// <summary>The work failed; a line on standard error says why, unless it is that nobody reads the results any more.</summary>
    public const int Failed = 1;

    /// <summary>The command was used wrongly; a line on standard error says how.</summary>
    public const int BadUsage = 2;

    /// <summary>The error of the system where nobody reads a pipe any more.</summary>
    const int BrokenPipe = 32;

    /// <summary>Runs one command line to its end and returns the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter? output = null, TextWriter? error = null)
    {
        var console = new InvocationConfiguration
        {
            Output = output ?? StandardOutput(),
            Error = error ?? Console.Error,
            EnableDefaultExceptionHandler = false,
            // After Ctrl-C a verb finishes its batch or frame and writes what it has; that may take this long.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        };
        var parsed = Parse(args.Length == 0 ? ["--help"] : args);
        string[] errors = [.. parsed.Errors.Select(WrongValue.MessageOf), .. WrongValue.Among(parsed.CommandResult), .. EmptyOnes(parsed.CommandResult)];
        // Who asks for a verb's help need not give what the verb requires.
        if (errors.Length > 0 && parsed.Action is not RootHelp)
        {
            foreach (string message in errors.Distinct())
                await console.Error.WriteLineAsync($"fingerspell: {message}");
            await console.Error.WriteLineAsync($"try `{NameOf(parsed.CommandResult)} --help`");
            return BadUsage;
        }

        try
        {
            return await parsed.InvokeAsync(console);
        }
        catch (IOException e) when (e.HResult == BrokenPipe)
        {
            // Whoever read the results has gone, as `head` does when it has seen enough, and wants no word of it.
            return Failed;
        }
        // A disk that fills up or goes away may do so anywhere.
        catch (Exception e) when (e is FingerspellException or IOException or UnauthorizedAccessException)
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

    static ParseResult Parse(string[] args)
    {
        var configuration = new ParserConfiguration { ResponseFileTokenReplacer = null }; // a file's name may begin with @
        try
        {
            return Create().Parse(args, configuration);
        }
        // A check asked for a value that is none.
        catch (InvalidOperationException) when (WithoutChecks().Parse(args, configuration) is { Errors.Count: > 0 } wrong)
        {
            return wrong;
        }
    }

    static Command WithoutChecks()
    {
        var root = Create();
        foreach (var verb in root.Subcommands)
        {
            verb.Validators.Clear();
            foreach (var option in verb.Options)
                option.Validators.Clear();
        }
        return root;
    }

    /// <summary>The command and its verbs, as they are parsed and as their help shows them.</summary>
    public static Command Create()
    {
        // A RootCommand would go by the program file's name, Fingerspell.App.
        var root = new Command("fingerspell", "Reads the American Sign Language manual alphabet, and trains what reads it.")
        {
            new HelpOption { Action = new RootHelp() },
            new VersionOption(),
        };
        foreach (var verb in Verbs.All.Create())
            root.Subcommands.Add(verb);
        return root;
    }

    /// <summary>Standard output; into a pipe it is written past the console, which would not tell that nobody reads it any more.</summary>
    static TextWriter StandardOutput()
    {
        if (!Console.IsOutputRedirected)
            return Console.Out;
        var output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        // A file has no reader, and others may write to it at the place where the console leaves it.
        return output.CanSeek ? Console.Out : TextWriter.Synchronized(new StreamWriter(output) { AutoFlush = true });
    }

    /// <summary>What is given as nothing at all, as by a shell's variable that is not set: no option or argument means anything then.</summary>
    static IEnumerable<string> EmptyOnes(CommandResult command) =>
        from given in command.Children
        where given.Tokens.Any(token => token.Value.Length == 0)
        let name = given is OptionResult option ? option.Option.Name : ((ArgumentResult)given).Argument.Name
        select $"{name} is given an empty text; name something, or leave it out";

    static string NameOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{NameOf(parent)} {command.Command.Name}" : command.Command.Name;
}
