using Spectre.Console;

namespace Fingerspell.App;

/// <summary>What the verbs show while they work. It goes to standard error, so that standard output holds results only.</summary>
static class Terminal
{
    /// <summary>Standard error, with colours and moving bars where that is a terminal.</summary>
    public static IAnsiConsole Status { get; } =
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Whether a bar may be redrawn in place; otherwise progress is plain lines.</summary>
    public static bool IsInteractive => !Console.IsErrorRedirected && Status.Profile.Capabilities.Ansi;

    /// <summary>Writes a line, above a moving bar where there is one. Elsewhere it is not broken at any width.</summary>
    /// <param name="text">The line.</param>
    /// <param name="error">What stands for standard error.</param>
    public static void WriteLine(string text, TextWriter error)
    {
        if (IsInteractive && error == Console.Error)
            Status.WriteLine(text);
        else
            error.WriteLine(text);
    }

    /// <inheritdoc cref="WriteLine(string, TextWriter)"/>
    public static void WriteLine(string text) => WriteLine(text, Console.Error);

    /// <summary>Does work of known size and shows how far it is: a bar on a terminal, a line each tenth elsewhere.</summary>
    /// <param name="what">What is done, such as "reading frames".</param>
    /// <param name="total">How many units there are.</param>
    /// <param name="work">The work; it calls its argument with the units done so far.</param>
    public static T Progress<T>(string what, long total, Func<Action<long>, T> work)
    {
        if (!IsInteractive)
            return work(PlainLines(what, total));
        return Status.Progress().AutoClear(true).Start(context =>
        {
            var bar = context.AddTask(Markup.Escape(what), maxValue: Math.Max(1, total));
            return work(done => bar.Value = done);
        });
    }

    /// <summary>As <see cref="Progress"/>, for work that prints results as it goes, which on a terminal show how far it is; total 0 is unknown.</summary>
    public static T ProgressBesideOutput<T>(string what, long total, Func<Action<long>, T> work) =>
        Console.IsOutputRedirected && total > 0 ? Progress(what, total, work) : work(_ => { });

    static Action<long> PlainLines(string what, long total)
    {
        long nextTenth = 1;
        var started = DateTime.UtcNow;
        return done =>
        {
            // Work that is over within a second needs no lines.
            if (total <= 0 || done * 10 < nextTenth * total || DateTime.UtcNow - started < TimeSpan.FromSeconds(1))
                return;
            nextTenth = done * 10 / total + 1;
            Console.Error.WriteLine($"{what}: {done} of {total} ({done * 100 / total} %)");
        };
    }
}
