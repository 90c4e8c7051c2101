using System.Net.WebSockets;
using System.Text.Json;

namespace Fingerspell.Web.Live;

/// <summary>A session's WebSocket: whole messages in and out.</summary>
/// <param name="socket">The connection; it stays the caller's.</param>
/// <param name="limits">How large messages may be.</param>
sealed class LiveSocket(WebSocket socket, ServiceLimits limits) : IDisposable
{
    readonly SemaphoreSlim sending = new(1);
    readonly byte[] buffer = new byte[16 * 1024];
    readonly MemoryStream content = new();

    /// <summary>A message of the page; binary ones are frames.</summary>
    /// <param name="IsFrame">Whether it is binary.</param>
    /// <param name="Content">The message, or null where it is larger than is taken, and was not read to its end.</param>
    public readonly record struct Received(bool IsFrame, byte[]? Content);

    /// <summary>The page's next message, or null where it has closed or lost the connection.</summary>
    public async Task<Received?> ReceiveAsync()
    {
        content.SetLength(0);
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                bool isFrame = part.MessageType == WebSocketMessageType.Binary;
                if (part.MessageType == WebSocketMessageType.Close)
                    return null;
                if (content.Length + part.Count > (isFrame ? limits.FrameBytes : limits.MessageBytes))
                    return new Received(isFrame, null);
                content.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                    return new Received(isFrame, content.ToArray());
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>
    /// Sends a message, whole, after those that are being sent; nothing where the connection is closed or lost. It is made when its turn has come,
    /// so that none tells what is older than one sent before.
    /// </summary>
    public Task SendAsync(Func<ServerMessage> make) => WhenFreeAsync(() =>
    {
        var message = make();
        return socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message, message.GetType(), Json.Default), WebSocketMessageType.Text, true, CancellationToken.None);
    });

    /// <summary>Says why and that no more will be sent, once what is being sent is through.</summary>
    public async Task SayByeAsync(WebSocketCloseStatus status, string reason)
    {
        await SendAsync(() => new ByeMessage(reason));
        await CloseAsync(status, reason);
    }

    /// <summary>Says that no more will be sent, once what is being sent is through.</summary>
    public Task CloseAsync(WebSocketCloseStatus status, string reason) =>
        WhenFreeAsync(() => socket.CloseOutputAsync(status, reason, CancellationToken.None));

    /// <summary>Breaks the connection off.</summary>
    public void Abort() => socket.Abort();

    public void Dispose()
    {
        sending.Dispose();
        content.Dispose();
    }

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
