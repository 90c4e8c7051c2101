using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Fingerspell.Hands;
using Fingerspell.Imaging;

namespace Fingerspell.Web.Tests;

public sealed class LiveTests
{
    [Fact]
    public async Task A_frame_is_answered_with_what_was_read_in_it()
    {
        await using var service = await TestService.StartAsync();
        using var client = await LiveClient.ConnectAsync(service);
        var reading = await client.AskAsync(Pictures.Letter('S'));
        Assert.Equal("reading", reading.GetProperty("type").GetString());
        Assert.Equal(1, reading.GetProperty("frame").GetInt64());
        Assert.Equal("S", reading.GetProperty("letter").GetString());
        Assert.InRange(reading.GetProperty("confidence").GetDouble(), 0.5, 1);
        Assert.InRange(reading.GetProperty("box").GetProperty("x").GetInt32(), 36, 44);
        Assert.Equal(5, reading.GetProperty("candidates").GetArrayLength());
        Assert.Equal("S", reading.GetProperty("candidates")[0].GetProperty("letter").GetString());
        Assert.False(reading.TryGetProperty("crop", out _));

        Assert.Equal(2, (await client.AskAsync(Pictures.Letter('T'))).GetProperty("frame").GetInt64());
    }

    [Fact]
    public async Task A_frame_without_a_hand_has_neither_letter_nor_box()
    {
        await using var service = await TestService.StartAsync();
        using var client = await LiveClient.ConnectAsync(service);
        var reading = await client.AskAsync(Pictures.Letter('A'));
        Assert.Equal(JsonValueKind.Null, reading.GetProperty("letter").ValueKind);
        Assert.Equal(JsonValueKind.Null, reading.GetProperty("box").ValueKind);
        Assert.Equal(JsonValueKind.Null, reading.GetProperty("holding").ValueKind);
    }

    [Fact]
    public async Task For_the_other_hand_a_frame_is_read_mirrored_and_the_box_is_where_it_is_in_the_frame()
    {
        var hands = new BrightHands();
        await using var service = await TestService.StartAsync(hands: hands);
        using var client = await LiveClient.ConnectAsync(service);
        Box own = await BoxOf("""{"type":"start","otherHand":false}"""), seen = hands.Last!.Value;
        Assert.Equal(own, seen);
        Assert.Equal(own, await BoxOf("""{"type":"start","otherHand":true}"""));
        Assert.NotEqual(own.X, hands.Last.Value.X);
        Assert.Equal(own.Width, hands.Last.Value.Width);

        async Task<Box> BoxOf(string start)
        {
            await client.AskAsync(start);
            var box = (await client.AskAsync(Pictures.Letter('S'))).GetProperty("box");
            return new(box.GetProperty("x").GetInt32(), box.GetProperty("y").GetInt32(), box.GetProperty("width").GetInt32(), box.GetProperty("height").GetInt32());
        }
    }

    [Fact]
    public async Task Who_asks_sees_what_the_model_was_given()
    {
        await using var service = await TestService.StartAsync();
        using var client = await LiveClient.ConnectAsync(service);
        await client.AskAsync("""{"type":"start","crop":true}""");
        string crop = (await client.AskAsync(Pictures.Letter('S'))).GetProperty("crop").GetString()!;
        Assert.StartsWith("data:image/png;base64,", crop);
        Assert.Equal("PNG"u8.ToArray(), Convert.FromBase64String(crop[22..])[1..4]);
    }

    [Fact]
    public async Task A_letter_that_is_held_is_typed_after_the_text_that_the_page_brought()
    {
        await using var service = await TestService.StartAsync();
        using var client = await LiveClient.ConnectAsync(service);
        var started = await client.AskAsync("""{"type":"start","text":"HEL","hold":0}""");
        Assert.Equal("text", started.GetProperty("type").GetString());
        Assert.Equal("HEL", started.GetProperty("text").GetString());
        await client.AskAsync(Pictures.Letter('S'));
        Assert.Equal("HELS", (await client.AskAsync(Pictures.Letter('S'))).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_letter_that_is_still_held_is_not_typed_again_by_a_change_of_settings()
    {
        await using var service = await TestService.StartAsync();
        using var client = await LiveClient.ConnectAsync(service);
        await client.AskAsync("""{"type":"start","text":"","hold":0}""");
        await client.AskAsync(Pictures.Letter('S'));
        Assert.Equal("S", (await client.AskAsync(Pictures.Letter('S'))).GetProperty("text").GetString());
        Assert.Equal("S", (await client.AskAsync("""{"type":"start","hold":0,"otherHand":false}""")).GetProperty("text").GetString());
        for (int i = 0; i < 3; i++)
            Assert.Equal("S", (await client.AskAsync(Pictures.Letter('S'))).GetProperty("text").GetString());
    }

    [Fact]
    public async Task Edits_change_the_text()
    {
        await using var service = await TestService.StartAsync();
        using var client = await LiveClient.ConnectAsync(service);
        async Task<string> TextAfter(string edit) => (await client.AskAsync(edit)).GetProperty("text").GetString()!;
        Assert.Equal("HI YOU", await TextAfter("""{"type":"edit","edit":"set","text":"HI YOU"}"""));
        Assert.Equal("HI YO", await TextAfter("""{"type":"edit","edit":"delete"}"""));
        Assert.Equal("HI YOUR ", await TextAfter("""{"type":"edit","edit":"accept","word":"YOUR"}"""));
        Assert.Equal("", await TextAfter("""{"type":"edit","edit":"clear"}"""));
    }

    [Fact]
    public async Task A_text_grows_to_its_limit_and_no_further()
    {
        await using var service = await TestService.StartAsync();
        using var client = await LiveClient.ConnectAsync(service);
        string full = new('A', 10_000);
        Assert.Equal(full, (await client.AskAsync($$"""{"type":"start","text":"{{full}}","hold":0}""")).GetProperty("text").GetString());
        foreach (string edit in (string[])["""{"type":"edit","edit":"space"}""", """{"type":"edit","edit":"accept","word":"B"}"""])
            Assert.Contains("10000 are kept", (await client.AskAsync(edit)).GetProperty("title").GetString());
        for (int i = 0; i < 2; i++)
            Assert.Equal(full, (await client.AskAsync(Pictures.Letter('S'))).GetProperty("text").GetString());
        Assert.Equal(full[1..], (await client.AskAsync("""{"type":"edit","edit":"delete"}""")).GetProperty("text").GetString());
    }

    [Fact]
    public async Task A_text_that_became_full_holds_no_letter_any_more()
    {
        await using var service = await TestService.StartAsync();
        using var client = await LiveClient.ConnectAsync(service);
        await client.AskAsync($$"""{"type":"start","text":"{{new string('A', 9_999)}}","hold":0}""");
        var typed = await client.AskAsync(Pictures.Letter('S'));
        Assert.Equal(10_000, typed.GetProperty("text").GetString()!.Length);
        Assert.Equal("S", typed.GetProperty("holding").GetProperty("letter").GetString());
        Assert.Equal(JsonValueKind.Null, (await client.AskAsync(Pictures.Letter('S'))).GetProperty("holding").ValueKind);
    }

    [Fact]
    public async Task A_frame_at_which_the_server_fails_is_told_and_the_session_goes_on()
    {
        await using var service = await TestService.StartAsync(hands: new FailingOnce());
        using var client = await LiveClient.ConnectAsync(service);
        var error = await client.AskAsync(Pictures.Letter('S'));
        Assert.Contains("its log says why", error.GetProperty("title").GetString());
        Assert.Equal(1, error.GetProperty("frame").GetInt64());
        Assert.Equal(2, (await client.AskAsync(Pictures.Letter('S'))).GetProperty("frame").GetInt64());
    }

    sealed class FailingOnce : IHandFinder
    {
        bool hasFailed;

        public IReadOnlyList<HandPlace> Places(Frame frame)
        {
            bool fails = !hasFailed;
            hasFailed = true;
            return fails ? throw new InvalidOperationException("as a library may") : [new(frame.Bounds, 1)];
        }
    }

    [Theory]
    [InlineData("""{"type":"edit","edit":"accept","word":"A B"}""")]
    [InlineData("hello")]
    [InlineData("null")]
    [InlineData("""{"type":"dance"}""")]
    [InlineData("""{"type":"edit","edit":"burn"}""")]
    [InlineData("""{"type":"start","hold":-1}""")]
    [InlineData("""{"type":"start","hold":"long"}""")]
    public async Task A_wrong_message_is_told_and_the_session_goes_on(string message)
    {
        await using var service = await TestService.StartAsync();
        using var client = await LiveClient.ConnectAsync(service);
        var error = await client.AskAsync(message);
        Assert.Equal("error", error.GetProperty("type").GetString());
        Assert.NotEmpty(error.GetProperty("title").GetString()!);
        Assert.Equal(JsonValueKind.Null, error.GetProperty("frame").ValueKind);
        Assert.Equal("S", (await client.AskAsync(Pictures.Letter('S'))).GetProperty("letter").GetString());
    }

    [Fact]
    public async Task A_damaged_frame_is_told_and_the_session_goes_on()
    {
        await using var service = await TestService.StartAsync();
        using var client = await LiveClient.ConnectAsync(service);
        var error = await client.AskAsync("no picture"u8.ToArray());
        Assert.Equal("error", error.GetProperty("type").GetString());
        Assert.Equal(1, error.GetProperty("frame").GetInt64());
        Assert.Equal(2, (await client.AskAsync(Pictures.Letter('S'))).GetProperty("frame").GetInt64());
    }

    [Fact]
    public async Task When_the_server_stops_the_page_is_told_before_the_connection_closes()
    {
        await using var service = await TestService.StartAsync();
        using var client = await LiveClient.ConnectAsync(service);
        var stopped = service.StopAsync();
        Assert.Equal("bye", (await client.ReceiveAsync())!.Value.GetProperty("type").GetString());
        Assert.Null(await client.ReceiveAsync());
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, client.ClosedAs);
        await client.CloseAsync();
        await stopped;
    }

    [Fact]
    public async Task Whoever_comes_without_a_WebSocket_is_told_to_use_one()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.Http.GetAsync("/api/live", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UpgradeRequired, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }
}
