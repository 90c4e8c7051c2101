using Fingerspell.Tests.Shared;
using Fingerspell.Web;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Fingerspell.Browser.Tests;

public sealed class ConnectionTests(Chromium chromium)
{
    [Fact]
    public async Task The_text_outlives_a_server_and_a_reload()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            var text = page.Locator("#text");
            var connection = page.Locator("#connection");
            await Expect(connection).ToContainTextAsync("Connected");
            await text.FillAsync("HEL");
            await service.StopAsync();
            await Expect(page.Locator("#banner")).ToContainTextAsync("The server ended the connection");
            await Expect(page.Locator("#banner")).ToContainTextAsync("Your text is kept");

            // Without a server, the page edits by itself.
            await page.GetByRole(AriaRole.Button, new() { Name = "Space" }).ClickAsync();
            await Expect(text).ToHaveValueAsync("HEL ");
            await page.GetByRole(AriaRole.Button, new() { Name = "Space" }).ClickAsync(); // no second one, as on the server
            await page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
            await Expect(text).ToHaveValueAsync("HEL");

            await service.RestartAsync();
            await Expect(connection).ToContainTextAsync("Connected");
            await Expect(page.Locator("#banner")).ToBeHiddenAsync();
            await Expect(page.Locator("#connection-said")).ToHaveTextAsync("Connected again.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
            await Expect(text).ToHaveValueAsync("HE"); // answered by the new server, which was told the text

            await page.ReloadAsync();
            await Expect(connection).ToContainTextAsync("Connected");
            await Expect(text).ToHaveValueAsync("HE");
        }, expectedErrors: "WebSocket connection to .* failed|ERR_CONNECTION_REFUSED|status of 426");
    }

    [Fact]
    public async Task An_error_about_a_frame_is_no_answer_to_what_was_typed()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
            await page.Locator("#text").FillAsync("HEL");
            await Expect(page.Locator("#suggestions button").First).ToBeVisibleAsync(); // so nothing is under way
            // Faster than the server answers: what is typed while an edit is under way waits for its answer.
            string[] told = await page.EvaluateAsync<string[]>("""
                () => {
                  const text = document.getElementById("text");
                  const type = (value) => {
                    text.value = value;
                    text.dispatchEvent(new Event("input"));
                  };
                  const fail = (frame) => socket.dispatchEvent(new MessageEvent("message", { data: JSON.stringify({ type: "error", title: "no good", frame }) }));
                  window.asked = [];
                  type("H");
                  fail(1);
                  type("HI");
                  asked.push("-");
                  fail(null);
                  return asked;
                }
                """);
            Assert.Equal(["H", "-", "HI"], told);
        }, prepare: page => page.AddInitScriptAsync("""
            window.asked = [];
            window.WebSocket = class extends WebSocket {
              constructor(address) {
                super(address);
                window.socket = this;
              }
              send(message) {
                asked.push(JSON.parse(message).text);
                super.send(message);
              }
            };
            """));
    }

    [Fact]
    public async Task A_server_with_no_place_left_says_so()
    {
        await using var service = await LocalService.StartAsync(sessions: 1);
        var browser = await chromium.WithoutCameraAsync();
        await Visit.PageAsync(browser, service.Address, async first =>
        {
            await Expect(first.Locator("#connection")).ToContainTextAsync("Connected");
            await Visit.PageAsync(browser, service.Address, async second =>
                await Expect(second.Locator("#banner")).ToContainTextAsync("too many sessions are open"), expectedErrors: "WebSocket connection to .* failed|status of 503");
        });
    }

    [Fact]
    public async Task A_server_that_is_reached_but_by_no_WebSocket_is_explained()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address,
            page => Expect(page.Locator("#banner")).ToContainTextAsync("its WebSocket does not: a proxy must pass Upgrade on"),
            // As behind a proxy that passes plain requests on.
            prepare: page => page.AddInitScriptAsync("""
                window.WebSocket = class extends EventTarget {
                  constructor() {
                    super();
                    setTimeout(() => this.dispatchEvent(new CloseEvent("close")));
                  }
                };
                """),
            expectedErrors: "status of 426");
    }

    /// <summary>With TLS a browser speaks HTTP/2, where a WebSocket begins otherwise.</summary>
    [Fact]
    public async Task It_connects_over_TLS()
    {
        using var folder = new TemporaryFolder();
        var (file, key) = MadeCertificate.Save(folder);
        using var certificate = ServiceCertificate.Load(file, key);
        await using var service = await LocalService.StartAsync(certificate: certificate);
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address, async page =>
        {
            await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
            Assert.Equal("h2", await page.EvaluateAsync<string>("performance.getEntriesByType('navigation')[0].nextHopProtocol"));
            await page.Locator("#text").FillAsync("HEL");
            await Expect(page.Locator("#suggestions button").First).ToBeVisibleAsync(); // which the server has sent
        });
    }

    [Fact]
    public async Task A_server_that_wants_a_token_gets_it_from_the_address_or_the_person()
    {
        const string token = "0123456789abcdef";
        await using var service = await LocalService.StartAsync(token: token);
        var browser = await chromium.WithoutCameraAsync();
        await Visit.PageAsync(browser, service.Address, async page =>
        {
            var asked = page.GetByLabel("Token");
            await Expect(page.Locator("#banner")).ToContainTextAsync("wants the token");
            await asked.FillAsync("not the right one");
            await asked.PressAsync("Enter");
            await Expect(page.Locator("#banner")).ToContainTextAsync("does not take this token");
            await page.RouteAsync("**/api/sign-in", route => route.FulfillAsync(new() { Status = 503 }), new() { Times = 1 });
            await asked.FillAsync(token);
            await asked.PressAsync("Enter");
            await Expect(page.Locator("#banner")).ToContainTextAsync("has not looked at the token");
            await asked.PressAsync("Enter");
            await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
            await Expect(page.Locator("#banner")).ToBeHiddenAsync();
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Write" })).ToBeFocusedAsync();
        }, expectedErrors: "WebSocket connection to .* failed|status of (401|426|503)");
        await Visit.PageAsync(browser, new Uri(service.Address, $"#token={token}"), async page =>
        {
            await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
            Assert.DoesNotContain(token, page.Url); // where it could be photographed, or bookmarked
        });
        await Visit.PageAsync(browser, service.Address, async page =>
        {
            await Expect(page.Locator("#banner")).ToContainTextAsync("wants the token");
            await page.EvaluateAsync($"location.hash = 'token={token}'"); // as when it is added to the open page's address
            await Expect(page.Locator("#connection")).ToContainTextAsync("Connected");
            Assert.DoesNotContain(token, page.Url);
        }, expectedErrors: "WebSocket connection to .* failed|status of (401|426)");
    }
}
