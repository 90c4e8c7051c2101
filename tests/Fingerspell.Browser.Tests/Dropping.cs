using Microsoft.Playwright;

namespace Fingerspell.Browser.Tests;

/// <summary>Files that are dropped on the page.</summary>
static class Dropping
{
    /// <summary>Drops a file with given bytes.</summary>
    public static async Task DropAsync(this IPage page, string name, string type, byte[] content)
    {
        var transfer = await page.EvaluateHandleAsync("""
            ([name, type, base64]) => {
              const transfer = new DataTransfer();
              transfer.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name, { type }));
              return transfer;
            }
            """, new[] { name, type, Convert.ToBase64String(content) });
        await page.DispatchEventAsync("body", "drop", new { dataTransfer = transfer });
    }

    /// <summary>Has the browser record a video of squares of the given greys, each shown for a time, and drops that.</summary>
    public static async Task DropVideoAsync(this IPage page, byte[] grays, double secondsEach)
    {
        var transfer = await page.EvaluateHandleAsync("""
            async ([grays, milliseconds, box, width, height]) => {
              const canvas = Object.assign(document.createElement("canvas"), { width, height });
              const context = canvas.getContext("2d");
              const recorder = new MediaRecorder(canvas.captureStream(20), { mimeType: "video/webm", videoBitsPerSecond: 2e6 });
              const parts = [];
              recorder.ondataavailable = ({ data }) => parts.push(data);
              const stopped = new Promise((resolve) => (recorder.onstop = resolve));
              recorder.start();
              const began = performance.now();
              for (let i = 0; i < grays.length; i = Math.floor((performance.now() - began) / milliseconds)) {
                context.fillStyle = "black";
                context.fillRect(0, 0, width, height);
                context.fillStyle = `rgb(${grays[i]} ${grays[i]} ${grays[i]})`;
                context.fillRect(...box);
                await new Promise(requestAnimationFrame);
              }
              recorder.stop();
              await stopped;
              const transfer = new DataTransfer();
              transfer.items.add(new File(parts, "word.webm", { type: "video/webm" }));
              return transfer;
            }
            """, new object[]
        {
            grays.Select(gray => (int)gray).ToArray(), secondsEach * 1000,
            new[] { Pictures.Square.X, Pictures.Square.Y, Pictures.Square.Width, Pictures.Square.Height }, Pictures.Width, Pictures.Height,
        });
        await page.DispatchEventAsync("body", "drop", new { dataTransfer = transfer });
    }
}
