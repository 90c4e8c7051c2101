using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Fingerspell.Web.Tests;

/// <summary>A page, seen from the wire.</summary>
sealed class LiveClient : IDisposable
{
    readonly ClientWebSocket socket = new();
    readonly byte[] buffer = new byte[1 << 20];


    public WebSocketCloseStatus? ClosedAs => socket.CloseStatus;

    public static async Task<LiveClient> ConnectAsync(TestService service, Action<ClientWebSocketOptions>? change = null, HttpMessageInvoker? through = null)
    {
        var client = new LiveClient();
        change?.Invoke(client.socket.Options);
        await client.socket.ConnectAsync(new UriBuilder(service.Address) { Scheme = service.Address.Scheme == "https" ? "wss" : "ws", Path = "/api/live" }.Uri, through, Stop);
        Assert.Equal("hello", (await client.ReceiveAsync())!.Value.GetProperty("type").GetString());
        return client;
    }

    public Task SendAsync(byte[] frame) => socket.SendAsync(frame, WebSocketMessageType.Binary, true, Stop);

    public Task SendAsync(string json) => socket.SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, true, Stop);

    /// <summary>Sends, and receives the answer.</summary>
    public async Task<JsonElement> AskAsync(string json)
    {
        await SendAsync(json);
        return (await ReceiveAsync())!.Value;
    }

    /// <inheritdoc cref="AskAsync(string)"/>
    public async Task<JsonElement> AskAsync(byte[] frame)
    {
        await SendAsync(frame);
        return (await ReceiveAsync())!.Value;
    }

    /// <summary>The next message, or null where the server has closed.</summary>
    public async Task<JsonElement?> ReceiveAsync()
    {
        int length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), Stop);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            length += part.Count;
            if (part.EndOfMessage)
                return JsonDocument.Parse(buffer.AsMemory(0, length).ToArray()).RootElement;
        }
    }

    public Task CloseAsync() => socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Stop);

    public void Dispose() => socket.Dispose();

    static CancellationToken Stop => TestContext.Current.CancellationToken;
}
