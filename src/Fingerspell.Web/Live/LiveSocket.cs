using System.Net.WebSockets;
using System.Text.Json;

namespace Fingerspell.Web.Live;

/// <summary>A session's WebSocket: whole messages in and out.</summary>
sealed class LiveSocket(WebSocket socket) : IDisposable
{
    readonly SemaphoreSlim sending = new(1);
    readonly byte[] buffer = new byte[16 * 1024];

    /// <summary>A message of the page; binary ones are frames.</summary>
    public readonly record struct Received(bool IsFrame, byte[] Content);

    /// <summary>The page's next message, or null where it has closed or lost the connection.</summary>
    public async Task<Received?> ReceiveAsync()
    {
        try
        {
            using var content = new MemoryStream();
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                    return null;
                content.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                    return new Received(part.MessageType == WebSocketMessageType.Binary, content.ToArray());
            }
        }
        catch (WebSocketException)
        {
            return null;
        }
    }

    /// <summary>Sends a message, whole, after those that are being sent; nothing where the connection is closed or lost.</summary>
    public async Task SendAsync(ServerMessage message)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(message, message.GetType(), Json.Default);
        await WhenFreeAsync(() => socket.SendAsync(json, WebSocketMessageType.Text, true, CancellationToken.None));
    }

    /// <summary>Says that no more will be sent, once what is being sent is through.</summary>
    public Task CloseAsync(WebSocketCloseStatus status, string reason) =>
        WhenFreeAsync(() => socket.CloseOutputAsync(status, reason, CancellationToken.None));

    /// <summary>Breaks the connection off.</summary>
    public void Abort() => socket.Abort();

    public void Dispose() => sending.Dispose();

    async Task WhenFreeAsync(Func<Task> send)
    {
        await sending.WaitAsync();
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await send();
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The page is gone; receiving tells so too.
        }
        finally
        {
            sending.Release();
        }
    }
}
