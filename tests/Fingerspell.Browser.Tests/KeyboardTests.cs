using Fingerspell.Tests.Shared;
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
    public async Task The_keyboard_keeps_its_place_when_the_camera_starts_and_stops()
    {
        using var folder = new TemporaryFolder();
        string video = Pictures.SaveVideo(folder["camera.mjpeg"], [Pictures.CameraLetter('W')]);
        await using var service = await LocalService.StartAsync();
        await using var browser = await chromium.WithCameraAsync(video);
        await Visit.PageAsync(browser, service.Address, async page =>
        {
            var stop = page.Locator("#stop");
            var start = page.Locator("#start");
            await Expect(stop).ToBeVisibleAsync();
            await Expect(stop).Not.ToBeFocusedAsync();
            await stop.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(start).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(stop).ToBeFocusedAsync();

            // Nobody's place is taken who is elsewhere.
            await start.EvaluateAsync("(button) => { document.getElementById('text').focus(); button.click(); }");
            await Expect(page.Locator("#picture")).ToHaveAttributeAsync("data-source", "camera");
            await Expect(page.Locator("#text")).ToBeFocusedAsync();
        }, prepare: page => page.AddInitScriptAsync("delete Element.prototype.checkVisibility")); // as in a Safari of 2023
    }

    [Fact]
    public async Task What_is_said_twice_is_a_change_twice()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
            await page.EvaluateAsync("""
                window.said = [];
                new MutationObserver((changes) => window.said.push(...changes.flatMap((change) => [...change.addedNodes].map((node) => node.textContent))))
                  .observe(document.getElementById("said"), { childList: true, characterData: true, subtree: true });
                """);
            for (int i = 0; i < 2; i++)
            {
                await page.Locator("#text").FillAsync("HI");
                await page.Keyboard.PressAsync("Escape");
                await page.Locator("#clear").ClickAsync();
                await Expect(page.Locator("#text")).ToHaveValueAsync("");
            }
            Assert.Equal(2, await page.EvaluateAsync<int>("window.said.filter((words) => words === 'Cleared.').length"));
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
            await Expect(page.Locator("#typed")).ToHaveTextAsync(word); // is heard whole
        });
    }

    [Fact]
    public async Task The_keyboard_goes_on_in_the_text_where_its_button_is_gone()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            var text = page.Locator("#text");
            await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
            await text.FillAsync("HEL");
            await page.Locator("#suggestions button").First.PressAsync("Enter");
            await Expect(page.Locator("#suggestions button")).ToHaveCountAsync(0);
            await Expect(text).ToBeFocusedAsync();

            await page.Locator("#clear").PressAsync("Enter");
            await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).PressAsync("Enter");
            await Expect(text).ToBeFocusedAsync();
        });
    }

    [Fact]
    public async Task A_finger_on_a_button_that_goes_leaves_the_text_field_alone()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            var text = page.Locator("#text");
            await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
            await text.FillAsync("HEL");
            await page.Locator("#suggestions button").First.ClickAsync();
            await Expect(page.Locator("#suggestions button")).ToHaveCountAsync(0);
            await Expect(text).Not.ToBeFocusedAsync();

            await page.Locator("#clear").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
            await Expect(page.Locator("#said")).ToHaveTextAsync("");
            await Expect(text).Not.ToBeFocusedAsync();
        });
    }

    [Fact]
    public async Task What_was_cleared_comes_back_before_what_was_written_since()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            var text = page.Locator("#text");
            await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
            await text.FillAsync("HEL");
            await Expect(page.Locator("#suggestions button").First).ToBeVisibleAsync(); // so the server has it
            // Faster than the server answers.
            await page.EvaluateAsync("document.getElementById('clear').click(); document.querySelector('#said button').click()");
            await Expect(text).ToHaveValueAsync("HEL");
            await page.Locator("#clear").ClickAsync();
            await text.FillAsync("YO");
            await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
            await Expect(text).ToHaveValueAsync("HELYO");
        });
    }

    [Fact]
    public async Task Copying_leaves_the_keyboard_where_it_is_also_without_a_clipboard()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            var text = page.Locator("#text");
            await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
            await text.FillAsync("HI");
            await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync("c");
            await Expect(page.Locator("#said")).ToHaveTextAsync("Copied.");
            await page.Keyboard.PressAsync("Space");
            await Expect(text).ToHaveValueAsync("HI ");
        }, prepare: page => page.AddInitScriptAsync("Object.defineProperty(navigator, 'clipboard', { value: undefined })"));
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
    public async Task Settings_that_are_none_are_forgotten_and_cost_no_text()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            await Expect(page.Locator("#hold-value")).ToHaveTextAsync("2.0 s");
            await page.Locator("#text").FillAsync("HEL");
            await Expect(page.Locator("#suggestions li").First).ToBeVisibleAsync(); // so the server has it
            await page.ReloadAsync();
            await Expect(page.Locator("#suggestions li").First).ToBeVisibleAsync();
            await Expect(page.Locator("#text")).ToHaveValueAsync("HEL");
        }, prepare: page => page.AddInitScriptAsync("localStorage.setItem('fingerspell.settings', JSON.stringify({ hold: 100, otherHand: 'yes' }))"));
    }

    [Fact]
    public async Task Text_that_is_pasted_with_a_picture_of_it_stays_text()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            await Expect(page.Locator("#notice")).ToContainTextAsync("No camera found");
            // As a table's program fills the clipboard.
            await page.EvaluateAsync("""
                const data = new DataTransfer();
                data.setData("text/plain", "HELLO");
                data.items.add(new File([new Uint8Array([1])], "image.png", { type: "image/png" }));
                document.getElementById("text").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
                """);
            await Expect(page.Locator("#notice")).ToContainTextAsync("No camera found");
            await Expect(page.Locator("#stage-said")).ToContainTextAsync("No camera found");
            await Expect(page.Locator("#file-name")).ToHaveTextAsync(""); // no file was opened
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
