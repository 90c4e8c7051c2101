using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using Fingerspell.Web.Observing;
using Microsoft.Extensions.Logging;

namespace Fingerspell.Web.Live;

/// <summary>
/// One page and its camera: frames in, readings and text out. All that is kept of a page is here and ends with the
/// connection; the page holds its text and brings it along to whichever server it connects to next.
/// </summary>
sealed partial class LiveSession(
    LiveSocket socket, LiveReader reader, LiveText text, Turns turns, Turns edits, ServiceOptions options, ServiceMetrics metrics, ILogger log)
{
    /// <summary>How long a page that was told to leave may take, before it is left.</summary>
    static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(3);

    /// <summary>Over how long the rate of text messages is looked at.</summary>
    static readonly TimeSpan RateTime = TimeSpan.FromSeconds(5);

    readonly NewestFrame newest = new(metrics.FrameReplaced);
    readonly long began = Stopwatch.GetTimestamp();
    long frames;
    (TimeSpan Since, int Count) messages;
    Task reading = Task.CompletedTask;
    volatile bool isLeaving;

    /// <summary>Runs until the page leaves, or <paramref name="stop"/>, which is told to the page.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await SendAsync(new HelloMessage(ProgramVersion.Text, Alphabet.Letters));
        reading = ReadFramesAsync();
        var farewell = Task.CompletedTask;
        using (stop.Register(() => farewell = LeaveAsync(WebSocketCloseStatus.EndpointUnavailable, "the server stops")))
        {
            while (await socket.ReceiveAsync() is { } message)
            {
                if (!isLeaving)
                    await TakeAsync(message);
            }
        }
        // A frame that waits is for nobody any more.
        isLeaving = true;
        newest.End();
        await reading;
        await farewell;
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "");
    }

    async Task TakeAsync(LiveSocket.Received message)
    {
        if (message.Content is null)
            await LeaveAsync(WebSocketCloseStatus.MessageTooBig, message.IsFrame
                ? $"a frame is larger than {options.Limits.FrameBytes} bytes"
                : $"a message is larger than {options.Limits.MessageBytes} bytes");
        else if (message.IsFrame)
            newest.Put(new NewestFrame.Sent(++frames, Now, message.Content));
        else if (IsTooMany())
            await LeaveAsync(WebSocketCloseStatus.PolicyViolation, "too many messages");
        else
            await SendAsync(await AnswerAsync(message.Content));
    }

    async Task<ServerMessage> AnswerAsync(byte[] json)
    {
        using var turn = await edits.TakeAsync(CancellationToken.None);
        return Answer(json);
    }

    ServerMessage Answer(byte[] json)
    {
        try
        {
            var message = JsonSerializer.Deserialize(json, Json.Default.ClientMessage);
            switch (message?.Type)
            {
                case "start":
                    reader.OtherHand = message.OtherHand ?? reader.OtherHand;
                    reader.ShowsCrop = message.Crop ?? reader.ShowsCrop;
                    text.Start(message.Text, message.Hold);
                    return new TextMessage();
                case "edit":
                    text.Edit(message.Edit, message.Text, message.Word);
                    return new TextMessage();
                default:
                    return new ErrorMessage($"there is no message of the type \"{message?.Type}\"; send start or edit");
            }
        }
        catch (JsonException)
        {
            return new ErrorMessage("a text message is not the JSON object that it should be");
        }
        catch (FingerspellException e)
        {
            return new ErrorMessage(e.Message);
        }
    }

    async Task ReadFramesAsync()
    {
        while (await newest.WaitAsync() && await ReadNewestAsync() is { } answer)
            await SendAsync(answer);
    }

    /// <summary>Reads the newest frame; null where the page has left meanwhile, or was told to.</summary>
    async Task<ServerMessage?> ReadNewestAsync()
    {
        using var turn = await turns.TakeAsync(CancellationToken.None);
        if (isLeaving)
            return null;
        // Taken only now: while this session waited for its turn, newer frames have replaced older ones.
        var frame = newest.Take();
        try
        {
            var answer = reader.Read(frame);
            metrics.FrameRead(Now - frame.Time);
            return answer;
        }
        catch (FingerspellException e)
        {
            metrics.FrameRefused();
            return new ErrorMessage(e.Message, frame.Number);
        }
#pragma warning disable CA1031 // A frame at which anything fails ends no session.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailure(log, e);
            metrics.FrameRefused();
            return new ErrorMessage("the server failed at a frame; its log says why", frame.Number);
        }
    }

    async Task LeaveAsync(WebSocketCloseStatus status, string reason)
    {
        isLeaving = true;
        newest.End();
        // Who does not answer, or does not even read, is left.
        _ = Task.Delay(FarewellTime).ContinueWith(_ => socket.Abort(), TaskScheduler.Default);
        // What is being read is still sent.
        await reading;
        await socket.SayByeAsync(status, reason);
    }

    Task SendAsync(ServerMessage message) => socket.SendAsync(() => text.UpToDate(message));

    bool IsTooMany()
    {
        if (Now - messages.Since > RateTime)
            messages = (Now, 0);
        return ++messages.Count > options.Limits.MessagesPerSecond * RateTime.TotalSeconds;
    }

    [LoggerMessage(LogLevel.Error, "a frame of a live session failed")]
    private static partial void LogFailure(ILogger log, Exception exception);

    TimeSpan Now => Stopwatch.GetElapsedTime(began);
}
