using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Fingerspell.Letters;
using Fingerspell.Tests.Shared;
using Fingerspell.Web.Live;
using Fingerspell.Web.Observing;
using Fingerspell.Web.Recognizing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Fingerspell.Web.Tests;

/// <summary>One session whose turns are the test's to give.</summary>
public sealed class LiveSessionTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly GatedHands hands = new();
    readonly Recognizer recognizer;
    readonly ServiceProvider metrics = new ServiceCollection().AddMetrics().AddSingleton<ServiceMetrics>().BuildServiceProvider();
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly TcpClient near = new();
    readonly Turns turns = new(1), edits = new(1);

    public LiveSessionTests() => recognizer = new Recognizer(hands, LetterModel.Load(MadeModel.Save(folder["letters.onnx"]), 1));

    public void Dispose()
    {
        near.Dispose();
        listener.Dispose();
        metrics.Dispose();
        recognizer.Dispose();
        hands.Dispose();
        turns.Dispose();
        edits.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_frame_that_waits_for_its_turn_is_not_read_when_the_page_has_left()
    {
        using var server = await ConnectAsync();
        using var page = Page();
        var turn = await turns.TakeAsync(Stop);
        var session = RunAsync(server);
        await page.SendAsync(Pictures.Letter('S'), WebSocketMessageType.Binary, true, Stop);
        await page.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Stop);
        while (server.State != WebSocketState.CloseReceived)
            await Task.Delay(10, Stop);
        await Task.Delay(100, Stop); // from the close that is received to what the session makes of it
        hands.Open();
        turn.Dispose();
        await session;
        Assert.Equal(0, hands.MostAtOnce);
    }

    [Fact]
    public async Task Edits_take_turns_of_their_own()
    {
        using var server = await ConnectAsync();
        using var page = Page();
        using var core = await turns.TakeAsync(Stop);
        var edit = await edits.TakeAsync(Stop);
        var session = RunAsync(server);
        Assert.Contains("\"type\":\"hello\"", await ReceiveAsync(page));
        await page.SendAsync(Encoding.UTF8.GetBytes("""{"type":"edit","edit":"set","text":"HI"}"""), WebSocketMessageType.Text, true, Stop);
        var answer = ReceiveAsync(page);
        await Task.Delay(200, Stop);
        Assert.False(answer.IsCompleted);
        edit.Dispose();
        Assert.Contains("\"text\":\"HI\"", await answer);
        await page.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Stop);
        await session;
    }

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    async Task<WebSocket> ConnectAsync()
    {
        listener.Start();
        var accepted = listener.AcceptTcpClientAsync(Stop);
        await near.ConnectAsync((IPEndPoint)listener.LocalEndpoint, Stop);
        return WebSocket.CreateFromStream((await accepted).GetStream(), new WebSocketCreationOptions { IsServer = true });
    }

    WebSocket Page() => WebSocket.CreateFromStream(near.GetStream(), new WebSocketCreationOptions());

    async Task RunAsync(WebSocket server)
    {
        var options = new ServiceOptions();
        var counted = metrics.GetRequiredService<ServiceMetrics>();
        using var socket = new LiveSocket(server, options.Limits);
        var text = new LiveText();
        var reader = new LiveReader(recognizer.ForStream(), text, new PictureGate(options.Limits.FramePixels), counted);
        await new LiveSession(socket, reader, text, turns, edits, options, counted, NullLogger.Instance).RunAsync(Stop);
    }

    static async Task<string> ReceiveAsync(WebSocket page)
    {
        byte[] buffer = new byte[4096];
        var message = await page.ReceiveAsync(buffer, Stop);
        return Encoding.UTF8.GetString(buffer, 0, message.Count);
    }
}
