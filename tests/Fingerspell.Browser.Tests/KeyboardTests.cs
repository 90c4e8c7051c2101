using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Fingerspell.Browser.Tests;

public sealed class KeyboardTests(Chromium chromium)
{
    [Fact]
    public async Task Text_is_written_and_edited_with_keys()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            var text = page.Locator("#text");
            await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
            await page.Keyboard.PressAsync("t");
            await Expect(text).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync("1 HELL"); // in the field, a digit is a digit
            await Expect(text).ToHaveValueAsync("1 HELL");
            await page.Keyboard.PressAsync("Escape");
            await Expect(text).Not.ToBeFocusedAsync();

            await page.Keyboard.PressAsync("Backspace");
            await page.Keyboard.PressAsync("Backspace");
            await Expect(text).ToHaveValueAsync("1 HE");
            await page.Keyboard.PressAsync("Space");
            await Expect(text).ToHaveValueAsync("1 HE ");
            await page.Keyboard.PressAsync("Shift+Backspace");
            await Expect(text).ToHaveValueAsync("");
            await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(text).ToHaveValueAsync("1 HE ");
        });
    }

    [Fact]
    public async Task A_suggested_word_is_taken_with_its_number()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            var text = page.Locator("#text");
            var second = page.Locator("#suggestions button").Nth(1);
            await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
            await text.FillAsync("SAY HEL");
            await Expect(second).ToBeVisibleAsync();
            string word = (await second.TextContentAsync())![1..]; // after its number
            await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync("2");
            await Expect(text).ToHaveValueAsync($"SAY {word} ");
        });
    }

    [Fact]
    public async Task Single_keys_can_be_turned_off_and_stay_off()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            var mirror = page.GetByRole(AriaRole.Switch, new() { Name = "Mirror" });
            await page.Keyboard.PressAsync("m");
            await Expect(mirror).Not.ToBeCheckedAsync();
            await page.GetByText("Settings", new() { Exact = true }).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.GetByRole(AriaRole.Switch, new() { Name = "Single-key shortcuts" }).FocusAsync();
            await page.Keyboard.PressAsync("Space");
            await page.ReloadAsync();
            await Expect(mirror).Not.ToBeCheckedAsync();
            await page.Keyboard.PressAsync("m");
            await page.Keyboard.PressAsync("t");
            await Expect(mirror).Not.ToBeCheckedAsync();
            await Expect(page.Locator("#text")).Not.ToBeFocusedAsync();
        });
    }

    [Fact]
    public async Task Tab_reaches_every_control_and_shows_where_it_is()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            await Expect(page.Locator("#notice")).ToContainTextAsync("No camera found");
            // Everything that can be operated and is in sight, in the order of the document.
            string[] controls = await page.EvaluateAsync<string[]>("""
                [...document.querySelectorAll("a, button, input, select, textarea, summary")]
                  .filter((control) => !control.disabled && control.checkVisibility()).map((control) => control.id || control.textContent)
                """);
            var reached = new List<string>();
            foreach (string _ in controls)
            {
                await page.Keyboard.PressAsync("Tab");
                reached.Add(await page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.textContent"));
                Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
            }
            Assert.Equal(controls, reached);
        });
    }
}
