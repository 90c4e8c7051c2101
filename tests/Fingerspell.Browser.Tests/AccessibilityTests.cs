using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Fingerspell.Browser.Tests;

public sealed class AccessibilityTests(Chromium chromium)
{
    static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    [Fact]
    public async Task Axe_finds_nothing_in_light_and_dark_on_desktop_and_phone()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            await Expect(page.Locator("#notice")).ToContainTextAsync("No camera found");
            await page.EvaluateAsync("for (const part of document.querySelectorAll('details')) part.open = true");
            await ExpectNoViolation(page);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await ExpectNoViolation(page);

            await page.DropAsync("hand.jpg", "image/jpeg", Pictures.Letter('T'));
            await Expect(page.Locator("#letter")).ToHaveTextAsync("T");
            await page.Locator("#text").FillAsync("HEL");
            await Expect(page.Locator("#suggestions button")).Not.ToHaveCountAsync(0);
            await ExpectNoViolation(page);
            await page.SetViewportSizeAsync(360, 740);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await ExpectNoViolation(page);
        });
    }

    [Fact]
    public async Task Axe_finds_nothing_where_letters_are_practised()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), new Uri(service.Address, "/#practise"), async page =>
        {
            await Expect(page.Locator("#hand")).ToBeVisibleAsync();
            await page.GetByLabel("What to practise").SelectOptionAsync("words");
            await page.GetByRole(AriaRole.Button, new() { Name = "Skip" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync();
            await page.EvaluateAsync("for (const part of document.querySelectorAll('details')) part.open = true");
            await ExpectNoViolation(page);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await page.SetViewportSizeAsync(360, 740);
            await ExpectNoViolation(page);
        });
    }

    [Fact]
    public async Task Axe_finds_nothing_where_a_token_is_asked_for()
    {
        await using var service = await LocalService.StartAsync(token: "0123456789abcdef");
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Connection" })).ToContainTextAsync("wants the token");
            await ExpectNoViolation(page);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await ExpectNoViolation(page);
        }, expectedErrors: "WebSocket connection to .* failed|status of (401|426)");
    }

    [Fact]
    public async Task Forced_colours_show_what_is_on_and_where_one_is()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), new Uri(service.Address, "/#practise"), async page =>
        {
            await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
            await page.GetByLabel("What to practise").SelectOptionAsync("words");
            await Expect(page.Locator("#word li").First).ToBeVisibleAsync();
            var colours = await page.EvaluateAsync<Dictionary<string, string>>("""
                () => {
                  const colour = (selector, part) => getComputedStyle(document.querySelector(selector), part).backgroundColor;
                  return {
                    switch: colour("#mirror"), knob: colour("#mirror", "::before"), knobOff: colour("#other-hand", "::before"),
                    view: colour(".views a[aria-current=page]"), otherView: colour(".views a[aria-current=false]"),
                    letter: colour("#word li[aria-current]"), otherLetter: colour("#word li:not([aria-current])"),
                    bar: colour("#progress li", "::after"), ground: colour("#progress li"),
                  };
                }
                """);
            foreach (var (shown, ground) in new[] { ("knob", "switch"), ("knobOff", "switch"), ("knob", "knobOff"), ("view", "otherView"), ("letter", "otherLetter"), ("bar", "ground") })
                Assert.NotEqual(colours[ground], colours[shown]);
        });
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/#practise")]
    public async Task Nothing_is_cut_off_or_too_small_to_touch(string view)
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), new Uri(service.Address, view), async page =>
        {
            await Expect(page.Locator("#notice")).ToContainTextAsync("No camera found");
            await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
            foreach (int width in (int[])[320, 360, 550, 700, 959, 960, 1280])
            {
                await page.SetViewportSizeAsync(width, 740);
                Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
                string[] small = await page.EvaluateAsync<string[]>("""
                    [...document.querySelectorAll("button, select, summary, textarea, label.switch, nav a")].filter((control) => control.checkVisibility())
                      .filter((control) => Math.min(control.getBoundingClientRect().width, control.getBoundingClientRect().height) < 24)
                      .map((control) => control.id)
                    """);
                Assert.Empty(small);
            }
        });
    }

    static async Task ExpectNoViolation(IPage page)
    {
        var result = await page.RunAxe(Rules);
        Assert.Empty(result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id}: {node.Html}: {node.Any.FirstOrDefault()?.Message}")));
        Assert.NotEmpty(result.Passes);
    }
}
