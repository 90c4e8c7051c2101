using System.Diagnostics;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests;

public sealed class TelemetryTests
{
    [Fact]
    public async Task ONNX_Runtime_keeps_no_identifier_of_the_computer()
    {
        // It writes one below the user's cache as it starts, to report its use with; a process of its own starts it anew.
        using var home = new TemporaryFolder();
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, "doctor"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ORT_DISABLE_TELEMETRY");
        foreach (string name in (string[])["HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"])
            start.Environment[name] = home.Path;

        using var process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains("ok       ONNX Runtime", output);
        Assert.Empty(Directory.EnumerateFiles(home.Path, "*", SearchOption.AllDirectories));
    }
}
