using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Fingerspell.Browser.Tests;

/// <summary>Opens the page, lets a test use it, and then looks whether it kept quiet and at home.</summary>
static class Visit
{
    /// <summary>Runs <paramref name="use"/> on the page.</summary>
    /// <param name="browser">Where to open it.</param>
    /// <param name="address">The server's address.</param>
    /// <param name="use">What the test does there.</param>
    /// <param name="mayUseCamera">Whether the page was allowed to use a camera before.</param>
    /// <param name="prepare">Is called before the page is loaded.</param>
    /// <param name="expectedErrors">Which errors the browser itself may log, such as a refused connection.</param>
    public static async Task PageAsync(
        IBrowser browser, Uri address, Func<IPage, Task> use, bool mayUseCamera = true,
        Func<IPage, Task>? prepare = null, string? expectedErrors = null)
    {
        await using var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = 1280, Height = 800 },
            IgnoreHTTPSErrors = true, // a test's certificate is nobody's
            Permissions = mayUseCamera ? ["camera"] : [],
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000);
        var errors = new List<string>();
        var strangers = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && (expectedErrors is null || !Regex.IsMatch(message.Text, expectedErrors)))
                errors.Add(message.Text);
        };
        page.PageError += (_, error) => errors.Add(error);
        context.Request += (_, request) => Look(request.Url);
        page.WebSocket += (_, socket) => Look(socket.Url);
        if (prepare is not null)
            await prepare(page);
        await page.GotoAsync(address.ToString());
        await use(page);
        Assert.True(errors.Count == 0, string.Join("; ", errors));
        Assert.Empty(strangers);

        void Look(string url)
        {
            var asked = new Uri(url);
            if (asked.Scheme is not ("blob" or "data") && asked.Authority != address.Authority)
                strangers.Add(url);
        }
    }

    /// <summary>Sets the shortest hold time: with busy cores, few frames of a letter are read while it is shown.</summary>
    public static Task HoldBriefly(IPage page) =>
        page.AddInitScriptAsync("localStorage.setItem('fingerspell.settings', JSON.stringify({ hold: 0.2 }))");
}
