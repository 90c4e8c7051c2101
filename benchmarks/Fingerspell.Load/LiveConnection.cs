using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Fingerspell.Load;

/// <summary>A page's connection, which has said hello and start.</summary>
sealed class LiveConnection : IDisposable
{
    readonly ClientWebSocket socket = new();
    readonly byte[] buffer = new byte[256 * 1024];

    public static async Task<LiveConnection> OpenAsync(Uri server, string text)
    {
        var connection = new LiveConnection();
        try
        {
            var address = new UriBuilder(server) { Scheme = server.Scheme == "https" ? "wss" : "ws", Path = "/api/live" }.Uri;
            await connection.socket.ConnectAsync(address, CancellationToken.None);
            string start = JsonSerializer.Serialize(new Dictionary<string, object> { ["type"] = "start", ["text"] = text });
            await connection.socket.SendAsync(Encoding.UTF8.GetBytes(start), WebSocketMessageType.Text, true, CancellationToken.None);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public Task SendAsync(byte[] frame) => socket.SendAsync(frame, WebSocketMessageType.Binary, true, CancellationToken.None);

    /// <summary>The next message, or null where the connection has ended.</summary>
    public async Task<JsonElement?> ReceiveAsync()
    {
        int length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            length += part.Count;
            if (part.EndOfMessage)
                return JsonDocument.Parse(buffer.AsMemory(0, length).ToArray()).RootElement;
        }
    }

    public void Abort() => socket.Abort();

    public void Dispose() => socket.Dispose();
}
