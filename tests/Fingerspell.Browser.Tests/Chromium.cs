using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Fingerspell.Browser.Tests.Chromium))]
// The tests share two cores with the browsers that they start.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Fingerspell.Browser.Tests;

/// <summary>The system's Chromium, driven by Playwright; tests are skipped, with the reason, where there is none.</summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string[] Names = ["chromium", "google-chrome"];

    // Nothing here needs a graphics card or the net; without these, Chromium looks for its maker's servers.
    static readonly string[] Arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(),
    ];

    IPlaywright? playwright;
    IBrowser? plain;

    public async ValueTask InitializeAsync()
    {
        if (Find() is null)
            return;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(30_000); // generous: the cores may be busy with something else
    }

    /// <summary>A browser without a camera, shared by all who need none.</summary>
    public async Task<IBrowser> WithoutCameraAsync() => plain ??= await LaunchAsync();

    /// <summary>A browser with Chromium's made-up camera, which nobody has allowed.</summary>
    public Task<IBrowser> WithForbiddenCameraAsync() => LaunchAsync("--use-fake-device-for-media-stream");

    /// <summary>A browser with two made-up cameras, for pages that may use them.</summary>
    public Task<IBrowser> WithTwoCamerasAsync() => LaunchAsync("--use-fake-device-for-media-stream=device-count=2", "--use-fake-ui-for-media-stream");

    /// <summary>A browser whose camera shows a video over and over, for pages that may use it.</summary>
    public Task<IBrowser> WithCameraAsync(string mjpegFile) => LaunchAsync(
        "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", $"--use-file-for-fake-video-capture={mjpegFile}");

    public async ValueTask DisposeAsync()
    {
        if (plain is not null)
            await plain.DisposeAsync();
        playwright?.Dispose();
    }

    async Task<IBrowser> LaunchAsync(params string[] arguments)
    {
        string? path = Find();
        Assert.SkipWhen(path is null, "needs Chromium (Debian's package chromium, which ./test installs where it may)");
        return await playwright!.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = [.. Arguments, .. arguments] });
    }

    static string? Find() => (
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        from name in Names
        let path = Path.Combine(folder, name)
        where folder.Length > 0 && File.Exists(path)
        select path).FirstOrDefault();
}
