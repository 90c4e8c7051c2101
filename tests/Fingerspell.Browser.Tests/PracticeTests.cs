using System.Text.RegularExpressions;
using Fingerspell.Tests.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Fingerspell.Browser.Tests;

public sealed class PracticeTests(Chromium chromium)
{
    [Fact]
    public async Task The_drawn_hand_in_front_of_the_camera_is_told_what_differs_and_what_is_right()
    {
        using var folder = new TemporaryFolder();
        string video = DrawnCamera.Save(folder["camera.mjpeg"], "CL");
        await using var service = await LocalService.StartAsync(isShipped: true);
        await using var browser = await chromium.WithCameraAsync(video);
        await PracticeAsync(browser, service, async page =>
        {
            var result = page.Locator("#result-text");
            await Expect(page.Locator("#asked")).ToHaveTextAsync("O");
            await Expect(page.GetByAltText("O: all fingertips rounded to meet the thumb")).ToBeVisibleAsync();
            await Expect(result).ToHaveTextAsync("That was read as C. Fingertips and thumb: touching, not apart, with a gap as in the letter.");
            await Expect(page.GetByAltText("How C is signed")).ToBeVisibleAsync();

            await page.GetByLabel("Your word").FillAsync("c");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("#asked")).ToHaveTextAsync("C");
            await Expect(result).ToHaveTextAsync(new Regex("[Rr]ight: C[.]"));
            await Expect(page.Locator("#score")).ToContainTextAsync("read at the first try");
        }, asked: "O");
    }

    // Only when asked for: the way of a hand takes frames enough, which a busy machine does not read.
    [Theory(Explicit = true)]
    [InlineData("J")]
    [InlineData("Z")]
    public async Task A_letter_that_moves_is_practised_by_drawing_it(string letter)
    {
        using var folder = new TemporaryFolder();
        string video = DrawnCamera.Save(folder["camera.mjpeg"], letter);
        await using var service = await LocalService.StartAsync(isShipped: true);
        await using var browser = await chromium.WithCameraAsync(video);
        await PracticeAsync(browser, service, async page =>
        {
            await Expect(page.Locator("#asked")).ToHaveTextAsync(letter);
            await Expect(page.Locator("#hand")).ToHaveJSPropertyAsync("naturalWidth", 384);
            await Expect(page.Locator("#result-text")).ToHaveTextAsync(new Regex($"[Rr]ight: {letter}[.]"));
        }, asked: letter);
    }

    [Fact]
    public async Task A_score_counts_first_tries_survives_a_reload_and_is_forgotten_only_when_that_is_confirmed()
    {
        using var folder = new TemporaryFolder();
        string video = Pictures.SaveVideo(folder["camera.mjpeg"], "WS".Select(letter => Pictures.CameraLetter(letter)));
        await using var service = await LocalService.StartAsync();
        await using var browser = await chromium.WithCameraAsync(video);
        await PracticeAsync(browser, service, async page =>
        {
            await Expect(page.Locator("#result-text")).ToHaveTextAsync(new Regex("[Rr]ight: W[.]"));
            // From here on there is no camera, and nothing that changes the score.
            await page.AddInitScriptAsync("navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('gone', 'NotFoundError'))");
            await page.ReloadAsync();
            await Expect(page.Locator("#notice")).ToContainTextAsync("No camera found");
            await Expect(page.Locator("#score")).ToHaveTextAsync(new Regex("^[0-9]+ of [1-9][0-9]* read at the first try"));
            string score = (await page.Locator("#score").TextContentAsync())!;

            await page.GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
            await Expect(page.Locator("#score")).ToHaveTextAsync(score);
            await page.GetByRole(AriaRole.Button, new() { Name = "Start over" }).ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Forget it" }).ClickAsync();
            await Expect(page.Locator("#score")).ToHaveTextAsync("No letter asked yet.");
            await Expect(page.Locator("#next")).ToBeFocusedAsync();
        }, asked: "W");
    }

    [Fact]
    public async Task A_lesson_may_be_chosen_before_the_letters_are_known()
    {
        await using var service = await LocalService.StartAsync(token: "0123456789abcdef");
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), new Uri(service.Address, "#practise"), async page =>
        {
            await Expect(page.Locator("#banner")).ToContainTextAsync("wants the token");
            await page.Locator("#lesson").SelectOptionAsync("words");
            await Expect(page.Locator("#ask-said")).ToHaveTextAsync("");
            await Expect(page.Locator("#score")).ToHaveTextAsync("No letter asked yet.");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Start over" })).ToBeDisabledAsync();
            await page.GetByLabel("Token").FillAsync("0123456789abcdef");
            await page.GetByLabel("Token").PressAsync("Enter");
            await Expect(page.Locator("#word li").First).ToBeVisibleAsync();
        }, expectedErrors: "WebSocket connection to .* failed|status of 401");
    }

    [Fact]
    public async Task What_is_practised_does_not_come_into_the_text()
    {
        using var folder = new TemporaryFolder();
        string video = Pictures.SaveVideo(folder["camera.mjpeg"], "WS".Select(letter => Pictures.CameraLetter(letter)));
        await using var service = await LocalService.StartAsync();
        await using var browser = await chromium.WithCameraAsync(video);
        await Visit.PageAsync(browser, service.Address, async page =>
        {
            await Expect(page.Locator("#text")).ToHaveValueAsync(new Regex("W"));
            await page.GetByRole(AriaRole.Link, new() { Name = "Practise" }).ClickAsync();
            await Expect(page.Locator("#text")).ToBeHiddenAsync();
            string before = await page.Locator("#text").InputValueAsync();
            await Expect(page.Locator("#result-text")).Not.ToHaveTextAsync(""); // a letter was judged
            await Expect(page.Locator("#text")).ToHaveValueAsync(before);
            await page.GoBackAsync();
            await Expect(page.Locator("#text")).ToBeVisibleAsync();
            await Expect(page.Locator("#text")).ToHaveValueAsync(new Regex($"^{before}.")); // spelled on where it was left
        }, prepare: Visit.HoldBriefly);
    }

    [Fact]
    public async Task It_is_practised_with_keys_and_without_storage()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            var asked = page.Locator("#asked");
            await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
            await page.Keyboard.PressAsync("p");
            await Expect(asked).ToHaveTextAsync(new Regex("^[A-Z]$"));
            await Expect(page.Locator("#ask-said")).ToContainTextAsync("Sign ");
            string first = (await asked.TextContentAsync())!;
            await page.Keyboard.PressAsync("n");
            await Expect(asked).Not.ToHaveTextAsync(first);
            await Expect(page.Locator("#score")).ToHaveTextAsync("0 of 1 read at the first try.");

            await page.GetByRole(AriaRole.Switch, new() { Name = "From memory" }).FocusAsync();
            await page.Keyboard.PressAsync("Space");
            await Expect(page.Locator("#hand")).ToBeHiddenAsync();
            await page.Keyboard.PressAsync("n");
            await Expect(page.Locator("#ask-said")).ToHaveTextAsync(new Regex("^Sign [A-Z]: from memory[.]$"));
            await page.Keyboard.PressAsync("h"); // a switch that has the focus leaves it alone
            await Expect(page.Locator("#hand")).ToBeVisibleAsync();
            await Expect(page.Locator("#ask-said")).ToHaveTextAsync(new Regex("^Sign [A-Z]: (?!from memory).+[.]$"));

            // A keyboard's place does not vanish with its button.
            await page.Locator("#lesson").SelectOptionAsync("fists"); // none of which moves
            await page.Locator("#hint").FocusAsync();
            await page.GetByRole(AriaRole.Switch, new() { Name = "From memory" }).EvaluateAsync("element => element.click()");
            await Expect(page.Locator("#hint")).ToBeHiddenAsync();
            await Expect(page.Locator("#next")).ToBeFocusedAsync();

            await page.Keyboard.PressAsync("p");
            await Expect(page.Locator("#text")).ToBeVisibleAsync();
            await Expect(asked).ToBeHiddenAsync();
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Write" })).ToBeFocusedAsync();
        }, prepare: page => page.AddInitScriptAsync("""
            for (const name of ["localStorage", "sessionStorage"])
              Object.defineProperty(window, name, { get() { throw new DOMException("no storage here", "SecurityError"); } });
            """));
    }

    [Fact]
    public async Task The_hand_is_drawn_as_the_mirror_shows_it_or_as_others_see_it()
    {
        await using var service = await LocalService.StartAsync();
        await PracticeAsync(await chromium.WithoutCameraAsync(), service, async page =>
        {
            var hand = page.Locator("#hand");
            await Expect(hand).ToHaveAttributeAsync("src", new Regex("/L.png[?]side=left&view=watcher")); // a right hand in the mirror
            await page.GetByRole(AriaRole.Switch, new() { Name = "Left hand" }).ClickAsync();
            await Expect(hand).ToHaveAttributeAsync("src", new Regex("side=right&view=watcher"));
            await page.GetByText("Settings", new() { Exact = true }).ClickAsync();
            await page.GetByLabel("The drawn hand is seen").SelectOptionAsync("others");
            await Expect(hand).ToHaveAttributeAsync("src", new Regex("side=left&view=watcher"));
            await page.GetByLabel("The drawn hand is seen").SelectOptionAsync("own");
            await page.GetByLabel("Its skin is").SelectOptionAsync("dark");
            await Expect(hand).ToHaveAttributeAsync("src", new Regex("side=left&view=signer&tone=dark"));
            await Expect(hand).ToHaveJSPropertyAsync("naturalWidth", 384);
        }, asked: "L");
    }

    [Fact]
    public async Task The_hand_of_what_was_read_is_drawn_with_the_settings_of_now()
    {
        using var folder = new TemporaryFolder();
        string video = Pictures.SaveVideo(folder["camera.mjpeg"], [Pictures.CameraLetter('W')]);
        await using var service = await LocalService.StartAsync();
        await using var browser = await chromium.WithCameraAsync(video);
        await PracticeAsync(browser, service, async page =>
        {
            var read = page.GetByAltText("How W is signed");
            await Expect(read).ToBeVisibleAsync();
            await page.GetByText("Settings", new() { Exact = true }).ClickAsync();
            await page.GetByLabel("Its skin is").SelectOptionAsync("dark"); // while the W is held on, and not told again
            await Expect(read).ToHaveAttributeAsync("src", new Regex("tone=dark"));
        }, asked: "S");
    }

    [Fact]
    public async Task A_motion_that_is_asked_for_is_shown_also_where_motion_is_not_wanted()
    {
        await using var service = await LocalService.StartAsync();
        await PracticeAsync(await chromium.WithoutCameraAsync(), service, async page =>
        {
            var hand = page.Locator("#hand");
            await Expect(hand).ToBeVisibleAsync();
            await Expect(page.Locator("#notice")).ToContainTextAsync("No camera found"); // which drew it anew
            await page.WaitForTimeoutAsync(1500); // longer than the rest before a motion
            await Expect(hand).Not.ToHaveAttributeAsync("src", new Regex("moment="));
            await page.GetByRole(AriaRole.Button, new() { Name = "Show hand" }).ClickAsync();
            await Expect(hand).ToHaveAttributeAsync("src", new Regex("moment="));
        }, asked: "J", prepare: page => page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce }));
    }

    [Fact]
    public async Task A_picture_that_fails_does_not_take_the_moving_hand_away()
    {
        await using var service = await LocalService.StartAsync();
        await PracticeAsync(await chromium.WithoutCameraAsync(), service, async page =>
        {
            var hand = page.Locator("#hand");
            await Expect(hand).ToHaveAttributeAsync("src", new Regex("moment=100"));
            await Expect(hand).ToBeVisibleAsync();
        }, asked: "J", prepare: page => page.RouteAsync("**/api/hand/J.png?*", route => route.Request.Url.EndsWith("moment=50", StringComparison.Ordinal)
            ? route.AbortAsync()
            : route.FulfillAsync(new() { ContentType = "image/jpeg", BodyBytes = Pictures.Letter('T') })), expectedErrors: "ERR_FAILED");
    }

    [Fact]
    public async Task What_is_held_before_a_letter_is_drawn_does_not_count_also_without_the_letters_description()
    {
        using var folder = new TemporaryFolder();
        string video = Pictures.SaveVideo(folder["camera.mjpeg"], [Pictures.CameraLetter('W')]);
        await using var service = await LocalService.StartAsync();
        await using var browser = await chromium.WithCameraAsync(video);
        await PracticeAsync(browser, service, async page =>
        {
            await Expect(page.Locator("#result-text")).ToContainTextAsync("That was read as W.");
            await Expect(page.Locator("#score")).ToHaveTextAsync("No letter asked yet.");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Show hand" })).ToBeVisibleAsync(); // which tries again
        }, asked: "Z", prepare: page => page.RouteAsync("**/api/hand/Z", route => route.AbortAsync()), expectedErrors: "ERR_FAILED");
    }

    [Fact]
    public async Task What_happens_twice_is_a_change_twice()
    {
        using var folder = new TemporaryFolder();
        string video = Pictures.SaveVideo(folder["camera.mjpeg"], [Pictures.CameraLetter('W'), Pictures.CameraLetter(null)]);
        await using var service = await LocalService.StartAsync();
        await using var browser = await chromium.WithCameraAsync(video);
        await PracticeAsync(browser, service, async page =>
        {
            await Expect(page.Locator("#result-text[data-again]")).ToContainTextAsync("That was read as W.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Skip" }).ClickAsync();
            await Expect(page.Locator("#ask-said[data-again]")).ToContainTextAsync("Sign S: ");
        }, asked: "S", prepare: page => page.AddInitScriptAsync("""
            // As in Chromiums that take the same words for no change.
            const { get, set } = Object.getOwnPropertyDescriptor(Node.prototype, "textContent");
            Object.defineProperty(Node.prototype, "textContent", { get, set(words) { words && words === get.call(this) || set.call(this, words); } });
            addEventListener("DOMContentLoaded", () => {
              for (const place of document.querySelectorAll("#result-text, #ask-said")) {
                let last = "";
                new MutationObserver((changes) => {
                  for (const { textContent } of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
                    if (textContent === last)
                      place.dataset.again = "";
                    last = textContent;
                  }
                }).observe(place, { childList: true });
              }
            });
            """));
    }

    [Fact]
    public async Task A_letter_that_is_not_described_yet_has_no_other_ones_hand()
    {
        await using var service = await LocalService.StartAsync();
        await PracticeAsync(await chromium.WithoutCameraAsync(), service, async page =>
        {
            await Expect(page.Locator("#hand")).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("n");
            await Expect(page.Locator("#asked")).ToHaveTextAsync("N");
            await Expect(page.Locator("#hand")).ToBeHiddenAsync();
            await Expect(page.Locator("#made")).ToHaveTextAsync("");
        }, asked: "MN", prepare: page => page.RouteAsync("**/api/hand/N", _ => Task.CompletedTask)); // which is never answered
    }

    [Fact]
    public async Task A_word_of_ones_own_is_asked_without_its_accents()
    {
        await using var service = await LocalService.StartAsync();
        await PracticeAsync(await chromium.WithoutCameraAsync(), service, async page =>
        {
            await Expect(page.Locator("#asked")).ToHaveTextAsync("A");
            await page.GetByLabel("Your word").FillAsync("Éva 7");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.GetByLabel("Your word")).ToHaveValueAsync("EVA");
            await Expect(page.Locator("#asked")).ToHaveTextAsync("E");
            await page.GetByLabel("Your word").FillAsync("привет");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.Locator("#result-text")).ToContainTextAsync("“привет” has no letter that is read here");
        }, asked: "A");
    }

    [Fact]
    public async Task Who_goes_to_practice_from_far_below_is_at_its_top()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            await page.SetViewportSizeAsync(360, 740);
            await page.GetByRole(AriaRole.Link, new() { Name = "the drawn hand" }).ClickAsync();
            var view = page.GetByRole(AriaRole.Link, new() { Name = "Practise" });
            await Expect(view).ToBeFocusedAsync();
            await Expect(view).ToBeInViewportAsync();
        });
    }

    [Fact]
    public async Task Two_tabs_count_together()
    {
        await using var service = await LocalService.StartAsync();
        await PracticeAsync(await chromium.WithoutCameraAsync(), service, async page =>
        {
            var other = await page.Context.NewPageAsync();
            await other.GotoAsync(page.Url);
            foreach (var (tab, tries) in new[] { (page, 1), (other, 2), (page, 3) })
            {
                await Expect(tab.Locator("#asked")).ToHaveTextAsync(new Regex("^[A-Z]$"));
                // What one tab keeps reaches the other's process a little later.
                while (await tab.EvaluateAsync<int>("""
                    Object.values(JSON.parse(localStorage.getItem("fingerspell.practice") ?? "{}")).reduce((sum, letter) => sum + letter.asked, 0)
                    """) < tries - 1)
                    await Task.Delay(20, TestContext.Current.CancellationToken);
                await tab.Keyboard.PressAsync("n");
                await Expect(tab.Locator("#score")).ToHaveTextAsync($"0 of {tries} read at the first try.");
            }
        }, asked: "MN");
    }

    [Fact]
    public async Task What_was_just_typed_is_not_taken_for_signed_letters()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
            await page.EvaluateAsync("""
                const text = document.getElementById("text");
                for (text.value of ["A", "AB"]) // faster than the server answers
                  text.dispatchEvent(new Event("input"));
                document.querySelector("[data-shows=practise]").click();
                """);
            await Expect(page.Locator("#asked")).ToHaveTextAsync(new Regex("^[A-Z]$"));
            await Expect(page.Locator("html")).ToHaveAttributeAsync("data-answers", "3"); // to two starts and what was typed first
            Assert.Equal(["start", "edit", "start"], await page.EvaluateAsync<string[]>("asked"));
        }, prepare: page => page.AddInitScriptAsync("""
            window.asked = [];
            let answers = 0;
            window.WebSocket = class extends WebSocket {
              constructor(address) {
                super(address);
                // After the page's own listener, so that what it asks at an answer comes before.
                setTimeout(() => this.addEventListener("message", ({ data }) => {
                  if (JSON.parse(data).type === "text")
                    document.documentElement.dataset.answers = ++answers;
                }));
              }
              send(message) {
                asked.push(JSON.parse(message).type);
                super.send(message);
              }
            };
            """));
    }

    [Fact]
    public async Task Letters_that_were_missed_come_more_often()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            // Even draws from 0 to 1: how often each letter comes.
            var shares = await page.EvaluateAsync<Dictionary<string, int>>("""
                async () => {
                  const { pick } = await import("./leitner.js");
                  const boxes = { A: 0, B: 1, C: 4, D: 0 };
                  const counts = { A: 0, B: 0, C: 0, D: 0 };
                  for (let i = 0; i < 2500; i++)
                    counts[pick(["A", "B", "C", "D"], (letter) => boxes[letter], "D", () => i / 2500)]++;
                  return counts;
                }
                """);
            Assert.Equal(new Dictionary<string, int> { ["A"] = 1600, ["B"] = 800, ["C"] = 100, ["D"] = 0 }, shares);
            Assert.Equal("A", await page.EvaluateAsync<string>("async () => (await import('./leitner.js')).pick(['A'], () => 4, 'A', () => 0.999)"));
            int[] after = await page.EvaluateAsync<int[]>("""
                async () => {
                  const { boxAfter } = await import("./leitner.js");
                  return [boxAfter(2, "right"), boxAfter(4, "right"), boxAfter(2, "helped"), boxAfter(3, "missed")];
                }
                """);
            Assert.Equal([3, 4, 2, 0], after);
        });
    }

    /// <summary>Opens the page at practice, with a word to be asked letter by letter.</summary>
    static Task PracticeAsync(IBrowser browser, LocalService service, Func<IPage, Task> use, string asked,
        Func<IPage, Task>? prepare = null, string? expectedErrors = null) =>
        Visit.PageAsync(browser, new Uri(service.Address, "/#practise"), use, prepare: async page =>
        {
            if (prepare is not null)
                await prepare(page);
            await page.AddInitScriptAsync($$"""
                localStorage.getItem("fingerspell.lesson") ?? localStorage.setItem("fingerspell.lesson", JSON.stringify({ kind: "own", ownWord: "{{asked}}" }));
                localStorage.getItem("fingerspell.settings") ?? localStorage.setItem("fingerspell.settings", JSON.stringify({ hold: 0.3 }));
                """);
        }, expectedErrors: expectedErrors);
}
