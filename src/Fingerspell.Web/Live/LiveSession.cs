using System.Net.WebSockets;
using System.Text.Json;

namespace Fingerspell.Web.Live;

/// <summary>
/// One page and its camera: frames in, readings and text out. All that is kept of a page is here and ends with the
/// connection; the page holds its text and brings it along to whichever server it connects to next.
/// </summary>
sealed class LiveSession(LiveSocket socket, LiveReader reader, LiveText text, Turns turns, TimeProvider clock)
{
    static readonly TimeSpan FarewellTime = TimeSpan.FromSeconds(3);

    readonly NewestFrame newest = new();
    readonly long began = clock.GetTimestamp();
    long frames;

    /// <summary>Runs until the page leaves, or <paramref name="stop"/>, which is told to the page.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await socket.SendAsync(new HelloMessage(ProgramVersion.Text, Alphabet.StaticLetters));
        var reading = ReadFramesAsync(stop);
        var farewell = Task.CompletedTask;
        using (stop.Register(() => farewell = SayByeAsync()))
        {
            while (await socket.ReceiveAsync() is { } message)
                await TakeAsync(message);
        }
        newest.End();
        await reading;
        await farewell;
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "");
    }

    async Task TakeAsync(LiveSocket.Received message)
    {
        if (message.IsFrame)
            newest.Put(new NewestFrame.Sent(++frames, clock.GetElapsedTime(began), message.Content));
        else
            await socket.SendAsync(Answer(message.Content));
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
                    return text.Start(message.Text, message.Hold);
                case "edit":
                    return text.Edit(message.Edit, message.Text, message.Word);
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

    async Task ReadFramesAsync(CancellationToken stop)
    {
        // What is being read when the server stops is still sent.
        while (await newest.WaitAsync() && !stop.IsCancellationRequested)
            await socket.SendAsync(await ReadNewestAsync());
    }

    async Task<ServerMessage> ReadNewestAsync()
    {
        using var turn = await turns.TakeAsync(CancellationToken.None);
        // Taken only now: while this session waited for its turn, newer frames have replaced older ones.
        newest.TryTake(out var frame);
        try
        {
            return reader.Read(frame);
        }
        catch (FingerspellException e)
        {
            return new ErrorMessage(e.Message);
        }
    }

    async Task SayByeAsync()
    {
        await socket.SendAsync(new ByeMessage("the server stops"));
        await socket.CloseAsync(WebSocketCloseStatus.EndpointUnavailable, "the server stops");
        // Who does not answer, or does not even read, is left.
        _ = Task.Delay(FarewellTime, clock).ContinueWith(_ => socket.Abort(), TaskScheduler.Default);
    }
}
