using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Verbs;

public sealed class ServeTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("--port 70000", CommandLine.BadUsage, "--port: a number from 0 to 65535")]
    [InlineData("--sessions 0", CommandLine.BadUsage, "--sessions: a number from 1")]
    [InlineData("--host spell.example", CommandLine.BadUsage, "--host spell.example is no address")]
    [InlineData("--host 0.0.0.0", CommandLine.Failed, "0.0.0.0 is open to other machines; add a certificate")]
    [InlineData("--proxy nowhere", CommandLine.BadUsage, "--proxy nowhere is neither an address nor a network")]
    [InlineData("--certificate c.pem", CommandLine.BadUsage, "--certificate and --key belong together")]
    [InlineData("--certificate none.pem --key none.pem", CommandLine.Failed, "none.pem does not exist")]
    [InlineData("--token-file none.txt", CommandLine.Failed, "the token file none.txt cannot be read")]
    [InlineData("--hands none.onnx", CommandLine.Failed, "there is no hand model none.onnx")]
    public async Task Wrong_options_are_told(string options, int code, string message)
    {
        var result = await Run.Command(["serve", .. options.Split(' ')]);
        Assert.Equal(code, result.Code);
        Assert.Contains(message, result.Error);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task An_empty_token_file_does_not_open_the_server()
    {
        File.WriteAllText(folder["token"], "\n");
        var result = await Run.Command("serve", "--port", "0", "--host", "0.0.0.0", "--token-file", folder["token"]);
        Assert.Equal(CommandLine.Failed, result.Code);
        Assert.Contains("16 are the fewest", result.Error);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("QUIT")]
    public async Task Told_to_stop_it_tells_the_sessions_and_ends_well(string signal)
    {
        var stop = TestContext.Current.CancellationToken;
        // A shell has what it starts in the background ignore SIGQUIT, and so do these tests where they were started so.
        using var process = Process.Start(new ProcessStartInfo("env", ["--default-signal=QUIT", "dotnet", typeof(CommandLine).Assembly.Location, "serve", "--port", "0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        string line = (await process.StandardOutput.ReadLineAsync(stop))!;
        Assert.Matches("^the page is at http://127.0.0.1:[0-9]+/; Ctrl-C ends$", line);
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(line.Split(' ')[4].Replace("http:", "ws:").TrimEnd(';') + "api/live"), stop);
        Assert.Contains("\"type\":\"hello\"", await ReceiveAsync());

        using (var kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"]))
            await kill.WaitForExitAsync(stop);
        Assert.Contains("\"type\":\"bye\"", await ReceiveAsync());
        Assert.Equal("", await ReceiveAsync());
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, stop);
        await process.WaitForExitAsync(stop);
        Assert.Equal(CommandLine.Done, process.ExitCode);
        Assert.Equal("", await process.StandardError.ReadToEndAsync(stop));

        async Task<string> ReceiveAsync()
        {
            byte[] buffer = new byte[1024];
            var message = await socket.ReceiveAsync(buffer, stop);
            return Encoding.UTF8.GetString(buffer, 0, message.Count);
        }
    }
}
