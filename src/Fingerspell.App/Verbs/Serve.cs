using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using Fingerspell.Web;

namespace Fingerspell.App.Verbs;

/// <summary><c>fingerspell serve</c>: the page that reads a webcam, and the service behind it.</summary>
static class Serve
{
    public static Command Create()
    {
        var options = new ServeOptions();
        var open = new Option<bool>("--open") { Description = "Open the page in the browser." };
        var hands = CommonOptions.Hands();
        var model = CommonOptions.Model();
        var verb = new Command("serve", """
            Serves the page that reads your webcam and writes what you sign; Ctrl-C ends.
            Everything stays on this machine: no picture is kept or sent elsewhere.

            Examples:
              fingerspell serve --open
              fingerspell serve --host 0.0.0.0 --certificate cert.pem --key key.pem --allow-host spell.example
              openssl rand -hex 32 | tee token; fingerspell serve --host 0.0.0.0 --token-file token
            """) { open, hands, model };
        foreach (var option in options.All)
            verb.Options.Add(option);
        verb.Validators.Add(options.Check);
        verb.SetAction(async (parsed, stop) =>
        {
            var service = options.Read(parsed);
            using var certificate = service.Certificate;
            using var recognizer = ReadingOptions.LoadRecognizer(parsed.GetValue(hands), parsed.GetValue(model));
            await using var running = await WebService.StartAsync(service, recognizer);
            await parsed.InvocationConfiguration.Output.WriteLineAsync($"the page is at {running.Address}; Ctrl-C ends");
            if (parsed.GetValue(open))
                Browse(running.Address);
            await running.UntilStoppedAsync(stop);
            return CommandLine.Done;
        });
        return verb;
    }

    static void Browse(Uri page)
    {
        try
        {
            using var browser = Process.Start("xdg-open", page.AbsoluteUri);
        }
        catch (Win32Exception)
        {
            Terminal.WriteLine($"there is no xdg-open to open a browser with; open {page} yourself");
        }
    }
}
