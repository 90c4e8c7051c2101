using Fingerspell.Tests.Shared;
using static Microsoft.Playwright.Assertions;

namespace Fingerspell.Browser.Tests;

/// <summary>
/// How long it takes from a camera's frame to what it says on the page. It asserts nothing and runs only when asked for:
/// <c>dotnet test --project tests/Fingerspell.Browser.Tests -c Release --explicit only --output Detailed</c>.
/// </summary>
public sealed class DelayMeasurement(Chromium chromium, ITestOutputHelper output)
{
    const int Frames = 600;

    [Fact(Explicit = true)]
    public async Task From_frame_to_text()
    {
        string photos = SharedData.Require("data/photos/train/open-webcam-1");
        await using var service = await LocalService.StartAsync(isShipped: true);
        using var folder = new TemporaryFolder();
        string video = Pictures.SaveVideo(folder["camera.mjpeg"], "LAB".Select(letter =>
            File.ReadAllBytes(Directory.EnumerateFiles(Path.Combine(photos, letter.ToString())).Order(StringComparer.Ordinal).First())));
        await using var browser = await chromium.WithCameraAsync(video);
        await Visit.PageAsync(browser, service.Address, async page =>
        {
            await Expect(page.Locator("html[data-measured]")).ToHaveCountAsync(1, new() { Timeout = 300_000 });
            double[] delays = await page.EvaluateAsync<double[]>("window.delays");
            Array.Sort(delays);
            output.WriteLine($"{delays.Length} frames: median {delays[delays.Length / 2]:F0} ms, p95 {delays[delays.Length * 95 / 100]:F0} ms");
            output.WriteLine($"at the end: {await page.Locator("#delay").TextContentAsync()}");
        }, prepare: page => page.AddInitScriptAsync($$"""
            window.delays = [];
            new PerformanceObserver((list) => {
              window.delays.push(...list.getEntries().map(({ duration }) => duration));
              if (window.delays.length >= {{Frames}})
                document.documentElement.dataset.measured = "";
            }).observe({ type: "measure" });
            """));
    }
}
