using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Verbs;

/// <summary>What only a process of its own shows: the missing display, being told to stop, and a reader who goes.</summary>
public sealed class ReadProcessTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    Process Start(params string[] args)
    {
        string model = MadeModel.Save(folder["model.onnx"]);
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, "read", .. args, "--model", model, "--region", "0,0,300,300"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("DISPLAY");
        start.Environment.Remove("WAYLAND_DISPLAY");
        return Process.Start(start)!;
    }

    [Fact]
    public async Task Without_a_display_the_error_says_what_to_do()
    {
        MadePictures.Save(folder["frames/1.png"], 10, 40, 40);
        using var process = Start(folder["frames"], "--json");
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(CommandLine.Failed, process.ExitCode);
        Assert.Equal("fingerspell: there is no display to open a window on; use --no-window", error.TrimEnd().Split('\n')[^1]);
        Assert.DoesNotContain("   at ", error);
    }

    [Fact]
    public async Task Told_to_stop_it_ends_well_and_keeps_text_and_video()
    {
        var stop = TestContext.Current.CancellationToken;
        using var process = Start(Serve("H"), "--no-window", "--json", "--hold", "0", "--output", folder["out.avi"]);
        Assert.Contains("\"text\":\"H\"", await process.StandardOutput.ReadLineAsync(stop));
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await kill.WaitForExitAsync(stop);
        string last = await process.StandardOutput.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        Assert.Equal(CommandLine.Done, process.ExitCode);
        Assert.Matches("^{\"seconds\":[0-9.]+,\"text\":\"H\",\"frames\":[0-9]+}\n$", last);
        using var video = FrameSource.Open(folder["out.avi"], stop);
        Assert.True(video.Count > 0);
    }

    [Fact]
    public async Task When_nobody_reads_its_lines_any_more_it_ends_without_a_word_and_keeps_the_video()
    {
        var stop = TestContext.Current.CancellationToken;
        // Told of nobody, it would read to the end, and well.
        using var process = Start(Serve("HI", pictures: 200), "--no-window", "--json", "--hold", "0", "--output", folder["out.avi"]);
        await process.StandardOutput.ReadLineAsync(stop);
        process.StandardOutput.Close();
        Assert.Empty(await process.StandardError.ReadToEndAsync(stop));
        await process.WaitForExitAsync(stop);
        Assert.Equal(CommandLine.Failed, process.ExitCode);
        using var video = FrameSource.Open(folder["out.avi"], stop);
        Assert.True(video.Count > 0);
    }

    /// <summary>A camera on the network: pictures of letters, one after the other, twenty times a second, for as long as someone looks.</summary>
    string Serve(string letters, int pictures = int.MaxValue)
    {
        byte[][] jpegs = [.. letters.Select(letter => File.ReadAllBytes(MadePictures.Save(folder[$"{letter}.jpg"], MadeModel.GrayOf(letter), 64, 64)))];
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        _ = Task.Run(async () =>
        {
            using var client = await listener.AcceptTcpClientAsync();
            var stream = client.GetStream();
            await stream.WriteAsync("HTTP/1.0 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary=x\r\n\r\n"u8.ToArray());
            for (int i = 0; i < pictures && client.Connected; i++)
            {
                await stream.WriteAsync((byte[])[.. "--x\r\n\r\n"u8, .. jpegs[i % jpegs.Length], .. "\r\n"u8]);
                await Task.Delay(50);
            }
        });
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
    }
}
