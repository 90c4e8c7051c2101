using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Fingerspell.Tests.Shared;

/// <summary>An HTTP server on 127.0.0.1 whose answers a test makes up, down to breaking off in the middle.</summary>
public sealed class LocalServer : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly Func<Request, Reply> answer;

    /// <summary>What was asked for: the headers by their names in lower case.</summary>
    public sealed record Request(int Number, IReadOnlyDictionary<string, string> Headers)
    {
        /// <summary>Where the asked-for range begins, or null when all is wanted.</summary>
        public int? From => Headers.TryGetValue("range", out string? range) ? int.Parse(range["bytes=".Length..^1]) : null;
    }

    /// <summary>What is sent.</summary>
    /// <param name="Status">Such as "200 OK".</param>
    /// <param name="Headers">One a line.</param>
    /// <param name="Body">The whole body.</param>
    /// <param name="BreakOffAfter">Sends only so much of it and then closes the connection.</param>
    public sealed record Reply(string Status, string[] Headers, byte[] Body, int? BreakOffAfter = null);

    public LocalServer(Func<Request, Reply> answer)
    {
        this.answer = answer;
        listener.Start();
        _ = ServeAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/archive.zip");

    public List<Request> Requests { get; } = [];

    public void Dispose() => listener.Dispose();

    async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }

    async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        await reader.ReadLineAsync();
        var headers = new Dictionary<string, string>();
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
            headers[line[..line.IndexOf(':')].ToLowerInvariant()] = line[(line.IndexOf(':') + 1)..].Trim();
        var request = new Request(Requests.Count + 1, headers);
        Requests.Add(request);

        var reply = answer(request);
        string[] head = [$"HTTP/1.1 {reply.Status}", $"Content-Length: {reply.Body.Length}", "Connection: close", .. reply.Headers, "", ""];
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Join("\r\n", head)));
        await stream.WriteAsync(reply.Body.AsMemory(0, reply.BreakOffAfter ?? reply.Body.Length));
    }
}
