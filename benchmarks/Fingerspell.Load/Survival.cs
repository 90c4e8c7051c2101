using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.WebSockets;

namespace Fingerspell.Load;

/// <summary>What clients go through while servers are killed and come back.</summary>
/// <param name="Posted">Pictures that were posted and read.</param>
/// <param name="Retried">Pictures that were posted a second time, because the connection broke under way.</param>
/// <param name="Failed">Pictures that were not read at the second attempt either, or were refused.</param>
/// <param name="Read">Live frames that were read.</param>
/// <param name="Reconnected">Live connections that broke and were opened anew, at the first attempt.</param>
/// <param name="Lost">Live connections that could not be opened anew at once, or came back without their text.</param>
sealed record Survival(int Posted, int Retried, int Failed, int Read, int Reconnected, int Lost)
{
    public bool IsGood => Posted > 0 && Read > 0 && Failed == 0 && Lost == 0;

    public static async Task<Survival> RunAsync(Uri server, IReadOnlyList<byte[]> frames, int posters, int sessions, TimeSpan time)
    {
        int posted = 0, retried = 0, failed = 0, read = 0, reconnected = 0, lost = 0;
        var clock = Stopwatch.StartNew();
        using var http = new HttpClient { BaseAddress = server };
        await Task.WhenAll([
            .. Enumerable.Range(0, posters).Select(PostAsync),
            .. Enumerable.Range(0, sessions).Select(LiveAsync)]);
        return new Survival(posted, retried, failed, read, reconnected, lost);

        async Task PostAsync(int number)
        {
            for (int i = number; clock.Elapsed < time; i++)
            {
                byte[] picture = frames[i % frames.Count];
                bool? isRead = await TryPostAsync(picture);
                if (isRead is null)
                {
                    Interlocked.Increment(ref retried);
                    isRead = await TryPostAsync(picture);
                }
                Interlocked.Increment(ref isRead == true ? ref posted : ref failed);
            }
        }

        // Null where the connection broke: no server has refused it then.
        async Task<bool?> TryPostAsync(byte[] picture)
        {
            using var body = new ByteArrayContent(picture) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };
            try
            {
                using var answer = await http.PostAsync(new Uri("/api/recognize", UriKind.Relative), body);
                return answer.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }

        async Task LiveAsync(int number)
        {
            string text = $"SESSION {number}";
            LiveConnection? connection = null;
            for (int frame = 0; clock.Elapsed < time; frame++)
            {
                try
                {
                    if (connection is null)
                    {
                        connection = await LiveConnection.OpenAsync(server, text);
                        Interlocked.Add(ref reconnected, frame > 0 ? 1 : 0);
                    }
                    await connection.SendAsync(frames[frame / 5 % frames.Count]);
                    string type;
                    do
                    {
                        var message = await connection.ReceiveAsync() ?? throw new WebSocketException("the server has closed the connection");
                        type = message.GetProperty("type").GetString()!;
                        if (type is not ("reading" or "text"))
                            continue;
                        string now = message.GetProperty("text").GetString()!;
                        if (!now.StartsWith($"SESSION {number}", StringComparison.Ordinal))
                            Interlocked.Increment(ref lost);
                        text = now;
                    }
                    while (type != "reading");
                    Interlocked.Increment(ref read);
                    await Task.Delay(50);
                }
                catch (WebSocketException) when (connection is not null)
                {
                    connection.Dispose();
                    connection = null;
                }
                catch (WebSocketException)
                {
                    Interlocked.Increment(ref lost);
                    await Task.Delay(200);
                }
            }
            connection?.Dispose();
        }
    }
}
