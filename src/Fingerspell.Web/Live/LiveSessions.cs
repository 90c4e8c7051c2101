using System.Net.WebSockets;
using Fingerspell.Web.Observing;
using Fingerspell.Web.Recognizing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Fingerspell.Web.Live;

/// <summary>All live sessions: how many there are, and what each is made of.</summary>
sealed class LiveSessions(
    Recognizer recognizer, Turns turns, ServiceOptions options, ServiceMetrics metrics, IHostApplicationLifetime lifetime, ILogger<LiveSessions> log) : IDisposable
{
    readonly PictureGate gate = new(options.Limits.FramePixels);
    // Edits look for words, which takes computing too; one at a time, beside the frames, so that nobody waits for a camera's turn to type.
    readonly Turns edits = new(1);
    int count;

    /// <summary>Whether no place is left.</summary>
    public bool IsFull => Volatile.Read(ref count) >= options.Limits.Sessions || lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>Takes a place for a session, which <see cref="Leave"/> gives back.</summary>
    /// <returns>Whether there was one.</returns>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref count) > options.Limits.Sessions || lifetime.ApplicationStopping.IsCancellationRequested)
        {
            Interlocked.Decrement(ref count);
            return false;
        }
        metrics.SessionBegan();
        return true;
    }

    public void Leave()
    {
        Interlocked.Decrement(ref count);
        metrics.SessionEnded();
    }

    public async Task RunAsync(WebSocket webSocket)
    {
        using var socket = new LiveSocket(webSocket, options.Limits);
        var text = new LiveText();
        var reader = new LiveReader(recognizer.ForStream(), text, gate, metrics);
        await new LiveSession(socket, reader, text, turns, edits, options, metrics, log).RunAsync(lifetime.ApplicationStopping);
    }

    public void Dispose() => edits.Dispose();
}
