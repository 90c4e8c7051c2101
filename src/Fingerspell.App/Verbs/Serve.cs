using System.CommandLine;
using System.Diagnostics;
using Fingerspell.Web;

namespace Fingerspell.App.Verbs;

/// <summary><c>fingerspell serve</c>: the page that reads a webcam, and the service behind it.</summary>
static class Serve
{
    public static Command Create()
    {
        var port = new Option<int>("--port")
        {
            Description = "The port; 0 takes any free one.",
            DefaultValueFactory = _ => new ServiceOptions().Port,
            HelpName = "PORT",
        };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is not (>= 0 and <= ushort.MaxValue))
                result.AddError($"--port: a number from 0 to {ushort.MaxValue}");
        });
        var open = new Option<bool>("--open") { Description = "Open the page in the browser." };
        var hands = CommonOptions.Hands();
        var model = CommonOptions.Model();
        var verb = new Command("serve", """
            Serves the page that reads your webcam and writes what you sign; Ctrl-C ends.
            Everything stays on this machine: no picture is kept or sent elsewhere.

            Examples:
              fingerspell serve --open
              fingerspell serve --port 9000
            """) { port, open, hands, model };
        verb.SetAction(async (parsed, stop) =>
        {
            using var recognizer = new Recognizer(
                ReadingOptions.LoadHands(null, parsed.GetValue(hands)), ReadingOptions.LoadLetters(parsed.GetValue(model)));
            await using var service = await WebService.StartAsync(new ServiceOptions { Port = parsed.GetValue(port) }, recognizer);
            var output = parsed.InvocationConfiguration.Output;
            await output.WriteLineAsync($"the page is at {service.Address}; Ctrl-C ends");
            if (parsed.GetValue(open))
                Browse(service.Address);
            await Task.Delay(Timeout.Infinite, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            await service.StopAsync();
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
        catch (System.ComponentModel.Win32Exception)
        {
            Terminal.WriteLine($"there is no xdg-open to open a browser with; open {page} yourself");
        }
    }
}
