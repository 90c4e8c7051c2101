using System.Text.RegularExpressions;
using Fingerspell.Tests.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Fingerspell.Browser.Tests;

public sealed class FileTests(Chromium chromium)
{
    [Fact]
    public async Task A_dropped_picture_is_read()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            await page.DropAsync("hand.jpg", "image/jpeg", Pictures.Letter('T'));
            await Expect(page.Locator("#letter")).ToHaveTextAsync("T");
            await Expect(page.Locator("#overlay text")).ToContainTextAsync("T ");
            await Expect(page.Locator("#candidates li:visible")).Not.ToHaveCountAsync(0);
            await Expect(page.Locator("#crop")).ToBeVisibleAsync();
            await Expect(page.GetByText("hand.jpg")).ToBeVisibleAsync();
            await Expect(page.Locator("#text")).ToHaveValueAsync(""); // a picture is looked at; it types nothing
        });
    }

    [Fact]
    public async Task An_opened_picture_is_read_again_as_the_other_hand()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            await page.DropAsync("hand.jpg", "image/jpeg", Pictures.Letter('T'));
            await Expect(page.Locator("#letter")).ToHaveTextAsync("T");
            var again = await page.RunAndWaitForResponseAsync(
                () => page.GetByRole(AriaRole.Switch, new() { Name = "Left hand" }).ClickAsync(), answer => answer.Url.Contains("/api/recognize"));
            // The server sees it mirrored.
            int x = (await again.JsonAsync())!.Value.GetProperty("box").GetProperty("x").GetInt32();
            Assert.InRange(x, Pictures.Width - Pictures.Square.X - Pictures.Square.Width - 12, Pictures.Width);
            await Expect(page.Locator("#letter")).ToHaveTextAsync("T");
        });
    }

    [Fact]
    public async Task A_chosen_file_that_is_no_picture_is_told()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "no.jpg", MimeType = "image/jpeg", Buffer = "no picture"u8.ToArray() });
            await Expect(page.Locator("#notice")).ToContainTextAsync("This file cannot be shown");
            await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "hand.jpg", MimeType = "image/jpeg", Buffer = Pictures.Letter('S') });
            await Expect(page.Locator("#notice")).ToBeHiddenAsync();
            await page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = "no.mp4", MimeType = "video/mp4", Buffer = "no video"u8.ToArray() });
            await Expect(page.Locator("#notice")).ToContainTextAsync("This file cannot be shown");
            await page.GetByRole(AriaRole.Button, new() { Name = "Start camera" }).ClickAsync();
            await Expect(page.Locator("#notice")).ToContainTextAsync("No camera found");
        });
    }

    [Fact]
    public async Task A_dropped_video_is_read_in_its_own_time()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            await page.DropVideoAsync([MadeModel.GrayOf('O'), MadeModel.GrayOf('W')], secondsEach: 1.5);
            await Expect(page.Locator("#picture")).ToHaveAttributeAsync("data-source", "video");
            // What a phone does while the page is out of sight, and when it is back.
            await page.EvaluateAsync("document.querySelector('video').pause(); document.dispatchEvent(new Event('visibilitychange'))");
            await Expect(page.Locator("#text")).ToHaveValueAsync(new Regex("OW"));
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Play again" })).ToBeVisibleAsync();
        }, prepare: Visit.HoldBriefly);
    }
}
