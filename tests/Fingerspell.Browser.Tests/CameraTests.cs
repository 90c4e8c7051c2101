using System.Text.RegularExpressions;
using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Fingerspell.Browser.Tests;

public sealed class CameraTests(Chromium chromium)
{
    [Fact]
    public async Task A_spelled_word_becomes_text()
    {
        using var folder = new TemporaryFolder();
        string video = Pictures.SaveVideo(folder["camera.mjpeg"], "SNOW".Select(letter => Pictures.CameraLetter(letter)).Append(Pictures.CameraLetter(null)));
        await using var service = await LocalService.StartAsync();
        await using var browser = await chromium.WithCameraAsync(video);
        await Visit.PageAsync(browser, service.Address, async page =>
        {
            await Expect(page.Locator("#text")).ToHaveValueAsync(new Regex("SNOW"));
            await Expect(page.Locator("#crop")).ToBeVisibleAsync();
            await Expect(page.Locator("#delay")).ToContainTextAsync("ms from frame to text");
        }, prepare: Visit.HoldBriefly);
    }

    [Fact]
    public async Task A_word_of_a_person_becomes_text()
    {
        // Pictures that the shipped models have learned from: this looks at the page, not at the models.
        const string word = "LAB";
        string photos = SharedData.Require("data/photos/train/open-webcam-1");
        await using var service = await LocalService.StartAsync(isShipped: true);
        using var folder = new TemporaryFolder();
        string video = Pictures.SaveVideo(folder["camera.mjpeg"], word.Select(letter => Sure(service.Recognizer, photos, letter)));
        await using var browser = await chromium.WithCameraAsync(video);
        await Visit.PageAsync(browser, service.Address,
            page => Expect(page.Locator("#text")).ToHaveValueAsync(new Regex(word)), prepare: Visit.HoldBriefly);
    }

    [Fact]
    public async Task The_box_is_on_the_hand_mirrored_or_not()
    {
        await WithSignerAsync(async page =>
        {
            var hand = page.Locator("#overlay rect.hand");
            var mirror = page.GetByRole(AriaRole.Switch, new() { Name = "Mirror" });
            int mirrored = Pictures.Width - Pictures.Square.X - Pictures.Square.Width;
            await Expect(page.Locator("#picture")).ToHaveClassAsync(new Regex("mirrored"));
            await ExpectNear(hand, mirrored);
            await mirror.ClickAsync();
            await Expect(page.Locator("#picture")).Not.ToHaveClassAsync(new Regex("mirrored"));
            await ExpectNear(hand, Pictures.Square.X);
            // The other hand's frames are mirrored by the server, and the box comes back where the hand is.
            await page.GetByRole(AriaRole.Switch, new() { Name = "Left hand" }).ClickAsync();
            // Readings from before are on the way still: as many as the page ever waits for have come and gone by then.
            await page.EvaluateAsync("""
                new Promise((done) => {
                  let painted = 0;
                  new PerformanceObserver((list) => (painted += list.getEntries().length) >= 10 && done()).observe({ type: "measure" });
                })
                """);
            await ExpectNear(hand, Pictures.Square.X);
        });
    }

    [Fact]
    public async Task A_lost_camera_is_told_and_starts_again()
    {
        await WithSignerAsync(async page =>
        {
            var box = page.Locator("#overlay rect.hand");
            await Expect(box).ToBeVisibleAsync();
            await Expect(page.Locator("#stage-said")).ToHaveTextAsync("The camera is on.");
            // What a browser does when the camera is unplugged.
            await page.EvaluateAsync("document.querySelector('video').srcObject.getTracks()[0].dispatchEvent(new Event('ended'))");
            await Expect(page.Locator("#notice")).ToContainTextAsync("The camera is gone");
            await Expect(box).ToHaveCountAsync(0);
            await page.GetByRole(AriaRole.Button, new() { Name = "Start camera" }).ClickAsync();
            await Expect(box).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
            await Expect(page.Locator("#notice")).ToContainTextAsync("The camera is off");
        });
    }

    [Fact]
    public async Task A_camera_that_falls_silent_is_told_and_goes_on()
    {
        await WithSignerAsync(async page =>
        {
            var box = page.Locator("#overlay rect.hand");
            await Expect(box).ToBeVisibleAsync();
            // What a browser does when a call takes the camera.
            await page.EvaluateAsync("""
                window.track = document.querySelector("video").srcObject.getTracks()[0];
                Object.defineProperty(track, "muted", { value: true });
                track.dispatchEvent(new Event("mute"));
                """);
            await Expect(page.Locator("#notice")).ToContainTextAsync("The camera sends no pictures");
            await Expect(box).ToHaveCountAsync(0);
            await page.EvaluateAsync("track.dispatchEvent(new Event('unmute'))");
            await Expect(box).ToBeVisibleAsync();
            await Expect(page.Locator("#notice")).ToBeHiddenAsync();
        });
    }

    [Fact]
    public async Task Frames_are_taken_also_where_no_worker_starts()
    {
        await WithSignerAsync(
            page => Expect(page.Locator("#overlay rect.hand")).ToBeVisibleAsync(),
            prepare: page => page.RouteAsync("**/encode-worker.js", route => route.AbortAsync()), expectedErrors: "ERR_FAILED");
    }

    [Fact]
    public async Task Another_camera_is_taken_where_none_is_on_the_other_side_and_where_one_is_busy()
    {
        await using var service = await LocalService.StartAsync();
        await using var browser = await chromium.WithTwoCamerasAsync();
        await Visit.PageAsync(browser, service.Address, async page =>
        {
            var camera = page.Locator("#camera");
            await Expect(camera).ToBeVisibleAsync();
            string first = await camera.InputValueAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Other camera" }).ClickAsync();
            await Expect(camera).ToBeVisibleAsync();
            await Expect(camera).Not.ToHaveValueAsync(first);
            await page.EvaluateAsync("localStorage.setItem('fingerspell.camera', JSON.stringify({ deviceId: { exact: 'busy' } }))");
            await page.ReloadAsync();
            await Expect(camera).ToHaveValueAsync(first);
        }, prepare: page => page.AddInitScriptAsync("""
            const settings = MediaStreamTrack.prototype.getSettings;
            MediaStreamTrack.prototype.getSettings = function () { return { ...settings.call(this), facingMode: "user" }; };
            const devices = navigator.mediaDevices, take = devices.getUserMedia.bind(devices);
            devices.getUserMedia = (wanted) => wanted.video.deviceId?.exact === "busy" ? Promise.reject(new DOMException("in use", "NotReadableError")) : take(wanted);
            """));
    }

    [Fact]
    public async Task The_chosen_camera_is_remembered_and_another_one_taken_when_it_is_gone()
    {
        await using var service = await LocalService.StartAsync();
        await using var browser = await chromium.WithTwoCamerasAsync();
        await Visit.PageAsync(browser, service.Address, async page =>
        {
            var camera = page.Locator("#camera");
            await Expect(camera).ToBeVisibleAsync();
            string first = await camera.InputValueAsync();
            string second = (await camera.EvaluateAsync<string[]>("(list) => [...list.options].map((option) => option.value)")).Single(id => id != first);
            await camera.FocusAsync();
            await camera.SelectOptionAsync(second);
            await Expect(page.Locator("#picture")).ToHaveAttributeAsync("data-source", "camera");
            await Expect(camera).ToBeFocusedAsync(); // so the next one is an arrow key away
            await page.WaitForFunctionAsync("localStorage.getItem('fingerspell.camera') !== null");
            await page.ReloadAsync();
            await Expect(camera).ToHaveValueAsync(second);
            await page.EvaluateAsync("localStorage.setItem('fingerspell.camera', JSON.stringify({ deviceId: { exact: 'unplugged' } }))");
            await page.ReloadAsync();
            await Expect(camera).ToHaveValueAsync(first);
        });
    }

    [Fact]
    public async Task A_forbidden_camera_is_told()
    {
        await using var service = await LocalService.StartAsync();
        await using var browser = await chromium.WithForbiddenCameraAsync();
        await Visit.PageAsync(browser, service.Address, async page =>
        {
            await Expect(page.Locator("#notice")).ToContainTextAsync("no frame is stored or sent elsewhere");
            await page.GetByRole(AriaRole.Button, new() { Name = "Start camera" }).ClickAsync();
            await Expect(page.Locator("#notice")).ToContainTextAsync("The camera is not allowed");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Try again" })).ToBeVisibleAsync();
        }, mayUseCamera: false);
    }

    [Fact]
    public async Task No_camera_is_told()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address,
            page => Expect(page.Locator("#notice")).ToContainTextAsync("No camera found"));
    }

    [Fact]
    public async Task An_address_to_which_browsers_give_no_camera_is_explained()
    {
        await using var service = await LocalService.StartAsync();
        await Visit.PageAsync(await chromium.WithoutCameraAsync(), service.Address,
            page => Expect(page.Locator("#notice")).ToContainTextAsync("only to pages from this machine (http://localhost) or over https"),
            prepare: page => page.AddInitScriptAsync("Object.defineProperty(window, 'isSecureContext', { value: false })"));
    }

    /// <summary>The first of a letter's pictures that is surely read as it.</summary>
    static byte[] Sure(Recognizer recognizer, string photos, char letter) => File.ReadAllBytes(
        Directory.EnumerateFiles(Path.Combine(photos, letter.ToString())).Order(StringComparer.Ordinal).First(path =>
        {
            using var frame = Frame.Load(path);
            var reading = recognizer.Read(frame);
            return reading.Letter == letter && reading.Confidence > 0.7;
        }));

    /// <summary>Waits until a mark's left edge is at a place of the frame, within what JPEG and scaling blur.</summary>
    static async Task ExpectNear(ILocator mark, int x) =>
        await Expect(mark).ToHaveAttributeAsync("x", new Regex($"^({string.Join('|', Enumerable.Range(x - 12, 25))})$"));

    /// <summary>Opens the page before a camera in whose every picture somebody holds a W.</summary>
    async Task WithSignerAsync(Func<IPage, Task> use, Func<IPage, Task>? prepare = null, string? expectedErrors = null)
    {
        using var folder = new TemporaryFolder();
        string video = Pictures.SaveVideo(folder["camera.mjpeg"], [Pictures.CameraLetter('W')]);
        await using var service = await LocalService.StartAsync();
        await using var browser = await chromium.WithCameraAsync(video);
        await Visit.PageAsync(browser, service.Address, use, prepare: prepare, expectedErrors: expectedErrors);
    }
}
