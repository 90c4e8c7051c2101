using System.Net;
using System.Net.WebSockets;

namespace Fingerspell.Web.Tests;

/// <summary>Sessions under more load than they can bear, and sessions that are ended.</summary>
public sealed class LiveSharingTests
{
    [Fact]
    public async Task While_a_frame_is_read_later_ones_replace_each_other()
    {
        var hands = new GatedHands();
        await using var service = await TestService.StartAsync(hands: hands);
        using var client = await LiveClient.ConnectAsync(service);
        byte[] frame = Pictures.Letter('S');
        await client.SendAsync(frame);
        await hands.BegunAsync();
        for (int i = 2; i <= 5; i++)
            await client.SendAsync(frame);
        // Messages are taken in their order: when this one is answered, the frames before it have arrived.
        Assert.Equal("text", (await client.AskAsync("""{"type":"start"}""")).GetProperty("type").GetString());
        hands.Open(2);
        Assert.Equal(1, (await client.ReceiveAsync())!.Value.GetProperty("frame").GetInt64());
        Assert.Equal(5, (await client.ReceiveAsync())!.Value.GetProperty("frame").GetInt64());

        using var metrics = await service.GetAsync("/metrics");
        string text = await metrics.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("fingerspell_live_frames_total{outcome=\"replaced\"} 3\n", text);
        Assert.Contains("fingerspell_live_frames_total{outcome=\"read\"} 2\n", text);
        Assert.Contains("fingerspell_live_sessions 1\n", text);
        Assert.Contains("fingerspell_live_delay_seconds_count 2\n", text);
    }

    [Fact]
    public async Task Sessions_take_turns_on_the_cores()
    {
        var hands = new GatedHands();
        await using var service = await TestService.StartAsync(options => options with { Cores = 1 }, hands);
        using var first = await LiveClient.ConnectAsync(service);
        using var second = await LiveClient.ConnectAsync(service);
        byte[] frame = Pictures.Letter('S');
        await first.SendAsync(frame);
        await hands.BegunAsync();
        await second.SendAsync(frame);
        await second.AskAsync("""{"type":"start"}""");
        await first.SendAsync(frame);
        await first.AskAsync("""{"type":"start"}""");
        hands.Open(3);
        Assert.Equal(1, (await first.ReceiveAsync())!.Value.GetProperty("frame").GetInt64());
        Assert.Equal(1, (await second.ReceiveAsync())!.Value.GetProperty("frame").GetInt64());
        Assert.Equal(2, (await first.ReceiveAsync())!.Value.GetProperty("frame").GetInt64());
        Assert.Equal(1, hands.MostAtOnce);
    }

    [Fact]
    public async Task Who_waits_for_a_core_gets_it_in_the_order_of_asking()
    {
        using var turns = new Turns(1);
        var held = await turns.TakeAsync(TestContext.Current.CancellationToken);
        var second = turns.TakeAsync(TestContext.Current.CancellationToken);
        var third = turns.TakeAsync(TestContext.Current.CancellationToken);
        held.Dispose();
        using (await second)
            Assert.False(third.IsCompleted);
        (await third).Dispose();
    }

    [Fact]
    public async Task A_stop_lets_the_frame_that_is_read_be_answered_first()
    {
        var hands = new GatedHands();
        await using var service = await TestService.StartAsync(hands: hands);
        using var client = await LiveClient.ConnectAsync(service);
        await client.SendAsync(Pictures.Letter('S'));
        await hands.BegunAsync();
        await client.SendAsync(Pictures.Letter('S'));
        await client.AskAsync("""{"type":"start"}""");
        var stopped = service.StopAsync();
        hands.Open();
        Assert.Equal("reading", (await client.ReceiveAsync())!.Value.GetProperty("type").GetString());
        Assert.Equal("bye", (await client.ReceiveAsync())!.Value.GetProperty("type").GetString());
        Assert.Null(await client.ReceiveAsync());
        await client.CloseAsync();
        await stopped;
    }

    [Fact]
    public async Task A_stop_lets_a_posted_picture_be_answered()
    {
        var hands = new GatedHands();
        await using var service = await TestService.StartAsync(hands: hands);
        var answer = service.PostAsync("/api/recognize", Pictures.Letter('S'), "image/jpeg");
        await hands.BegunAsync();
        var stopped = service.StopAsync();
        Assert.False(stopped.IsCompleted);
        hands.Open();
        Assert.Equal(HttpStatusCode.OK, (await answer).StatusCode);
        await stopped;
    }

    [Fact]
    public async Task There_are_only_so_many_sessions()
    {
        await using var service = await TestService.StartLimitedAsync(limits => limits with { Sessions = 1 });
        using (var first = await LiveClient.ConnectAsync(service))
        {
            await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.ConnectAsync(service));
            // What a page then asks to hear why.
            using var why = await service.GetAsync("/api/live");
            Assert.StartsWith("too many sessions", await TestService.ProblemOf(why, 503));
            await first.CloseAsync();
        }
        // The place is given back soon after the connection has closed.
        for (int i = 0; i < 100; i++)
        {
            try
            {
                using var second = await LiveClient.ConnectAsync(service);
                return;
            }
            catch (WebSocketException)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
        Assert.Fail("the place was not given back");
    }

    [Fact]
    public async Task A_frame_that_is_too_large_ends_the_session() =>
        await Ended(limits => limits with { FrameBytes = 1000 }, client => client.SendAsync(new byte[1001]), WebSocketCloseStatus.MessageTooBig);

    [Fact]
    public async Task A_message_that_is_too_large_ends_the_session() =>
        await Ended(limits => limits with { MessageBytes = 1000 }, client => client.SendAsync(new string('x', 1001)), WebSocketCloseStatus.MessageTooBig);

    [Fact]
    public async Task Too_many_messages_end_the_session() => await Ended(limits => limits with { MessagesPerSecond = 1 }, async client =>
    {
        for (int i = 0; i < 5; i++)
            Assert.Equal("text", (await client.AskAsync("""{"type":"start"}""")).GetProperty("type").GetString());
        await client.SendAsync("""{"type":"start"}""");
    }, WebSocketCloseStatus.PolicyViolation);

    [Fact]
    public async Task A_frame_of_too_many_pixels_is_told_and_the_session_goes_on()
    {
        await using var service = await TestService.StartLimitedAsync(limits => limits with { FramePixels = 320 * 240 - 1 });
        using var client = await LiveClient.ConnectAsync(service);
        Assert.Contains("320×240", (await client.AskAsync(Pictures.Letter('S'))).GetProperty("title").GetString());
        Assert.Equal("text", (await client.AskAsync("""{"type":"start"}""")).GetProperty("type").GetString());
    }

    static async Task Ended(Func<ServiceLimits, ServiceLimits> limit, Func<LiveClient, Task> send, WebSocketCloseStatus status)
    {
        await using var service = await TestService.StartLimitedAsync(limit);
        using var client = await LiveClient.ConnectAsync(service);
        await send(client);
        Assert.Equal("bye", (await client.ReceiveAsync())!.Value.GetProperty("type").GetString());
        Assert.Null(await client.ReceiveAsync());
        Assert.Equal(status, client.ClosedAs);
    }
}
