using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Fingerspell.Web.Guards;

namespace Fingerspell.Web.Tests;

public sealed class GuardTests
{
    [Fact]
    public async Task Every_answer_tells_browsers_to_hold_back()
    {
        await using var service = await TestService.StartAsync();
        foreach (string path in (string[])["/", "/main.js", "/nothing", "/v2", "/api/live"])
        {
            using var answer = await service.GetAsync(path);
            string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; script-src 'self';", policy);
            Assert.DoesNotContain("unsafe", policy);
            Assert.Contains("frame-ancestors 'none'", policy);
            string own = service.Address.Authority;
            Assert.Contains($"connect-src 'self' ws://{own} wss://{own};", policy);
            Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
            Assert.StartsWith("camera=(self)", Assert.Single(answer.Headers.GetValues("Permissions-Policy")));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
            Assert.False(answer.Headers.Contains("Server"));
        }
    }

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("LOCALHOST:1234", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]:80", 200)]
    [InlineData("spell.example", 200)]
    [InlineData("evil.example", 400)]
    [InlineData("spell.example.evil.example", 400)]
    [InlineData("192.0.2.1", 400)]
    public async Task Only_known_hosts_are_answered(string host, int status)
    {
        await using var service = await TestService.StartAsync(options => options with { HostNames = ["spell.example"] });
        using var answer = await service.GetAsync("/v2", ("Host", host));
        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_host_that_is_not_known_is_named_as_allow_host_takes_it()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync("/", ("Host", "spell.example:8443"));
        Assert.Equal("this server is not spell.example; if it shall be, start it with --allow-host", await TestService.ProblemOf(answer, 400));
    }

    [Theory]
    [InlineData("localhost; script-src *")]
    [InlineData("localhost;script-src")]
    [InlineData("localhost,script-src")]
    [InlineData("localhost *")]
    public async Task A_host_says_nothing_to_browsers_but_itself(string host)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync("/", ("Host", host));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("http://spell.example", 200)]
    [InlineData("https://spell.example:80", 200)]
    [InlineData("http://evil.example", 403)]
    [InlineData("http://spell.example:8080", 403)]
    [InlineData("https://spell.example", 403)]
    [InlineData("null", 403)]
    public async Task Pages_of_other_origins_are_refused(string origin, int status)
    {
        await using var service = await TestService.StartAsync(options => options with { HostNames = ["spell.example"] });
        using var answer = await service.GetAsync("/v2", ("Host", "spell.example:80"), ("Origin", origin));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_page_of_another_origin_gets_no_WebSocket()
    {
        await using var service = await TestService.StartAsync();
        string own = service.Address.GetLeftPart(UriPartial.Authority);
        using (await LiveClient.ConnectAsync(service, socket => socket.SetRequestHeader("Origin", own)))
        {
        }
        await Assert.ThrowsAsync<WebSocketException>(
            () => LiveClient.ConnectAsync(service, socket => socket.SetRequestHeader("Origin", "http://evil.example")));
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("::")]
    [InlineData("192.0.2.1")]
    public async Task Open_to_other_machines_it_wants_TLS_or_a_token(string address)
    {
        var error = await Assert.ThrowsAsync<FingerspellException>(
            () => TestService.StartAsync(options => options with { Address = IPAddress.Parse(address) }));
        Assert.Equal(
            $"{address} is open to other machines; add a certificate (--certificate and --key) or a token (--token-file), or leave --host away",
            error.Message);
    }

    [Theory]
    [InlineData("1234", "16 are the fewest")]
    [InlineData("a token that nobody can guess", "other characters")]
    public async Task A_bad_token_is_refused(string token, string reason)
    {
        var error = await Assert.ThrowsAsync<FingerspellException>(() => TestService.StartAsync(options => options with { Token = token }));
        Assert.Contains(reason, error.Message);
    }

    const string Token = "a-token.that_nobody~can-guess";

    static Task<TestService> StartWithTokenAsync() => TestService.StartAsync(options => options with { Address = IPAddress.Any, Token = Token });

    [Theory]
    [InlineData("/")]
    [InlineData("/main.js")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/v2/health/ready")]
    public async Task The_page_and_the_probes_need_no_token(string path)
    {
        await using var service = await StartWithTokenAsync();
        using var answer = await service.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/v2")]
    [InlineData("/V2")]
    [InlineData("/v2/models/letters")]
    [InlineData("/metrics")]
    [InlineData("/openapi.json")]
    public async Task All_else_needs_the_token(string path)
    {
        await using var service = await StartWithTokenAsync();
        foreach (string? wrong in (string?[])[null, "Bearer wrong", "Bearer ", "Basic " + Token])
        {
            using var refused = wrong is null ? await service.GetAsync(path) : await service.GetAsync(path, ("Authorization", wrong));
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.ToString());
        }
        using var answer = await service.GetAsync(path, ("Authorization", $"Bearer {Token}"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_OpenAPI_document_says_what_needs_the_token()
    {
        await using var service = await StartWithTokenAsync();
        using var answer = await service.GetAsync("/openapi.json", ("Authorization", $"Bearer {Token}"));
        var document = await TestService.JsonOf(answer);
        var scheme = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("token");
        Assert.Equal(("http", "bearer"), (scheme.GetProperty("type").GetString(), scheme.GetProperty("scheme").GetString()));
        Assert.True(document.GetProperty("security")[0].TryGetProperty("token", out _));
        var open = document.GetProperty("paths").EnumerateObject()
            .Where(path => path.Value.EnumerateObject().Any(method => method.Value.TryGetProperty("security", out var asked) && asked.GetArrayLength() == 0));
        Assert.Equal(["/health/live", "/health/ready", "/v2/health/live", "/v2/health/ready"], open.Select(path => path.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_page_gets_a_cookie_for_the_token_and_the_cookie_opens_the_WebSocket()
    {
        await using var service = await StartWithTokenAsync();
        await Assert.ThrowsAsync<WebSocketException>(() => LiveClient.ConnectAsync(service));
        using var refused = await service.SendAsync(HttpMethod.Post, "/api/sign-in", null, ("Authorization", "Bearer wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.False(refused.Headers.Contains("Set-Cookie"));

        using var signedIn = await service.SendAsync(HttpMethod.Post, "/api/sign-in", null, ("Authorization", $"Bearer {Token}"));
        Assert.Equal(HttpStatusCode.NoContent, signedIn.StatusCode);
        string cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"));
        Assert.Contains("; httponly", cookie);
        Assert.Contains("; samesite=strict", cookie);
        Assert.DoesNotContain(Token, Uri.UnescapeDataString(cookie));
        using var client = await LiveClient.ConnectAsync(service, socket => socket.SetRequestHeader("Cookie", cookie.Split(';')[0]));
        Assert.Equal("S", (await client.AskAsync(Pictures.Letter('S'))).GetProperty("letter").GetString());
        await Assert.ThrowsAsync<WebSocketException>(
            () => LiveClient.ConnectAsync(service, socket => socket.SetRequestHeader("Cookie", cookie.Split(';')[0] + "0")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(99)]
    [InlineData(1_000_000)]
    public void As_many_requests_a_second_are_let_in_as_were_asked_for(int perSecond)
    {
        var bucket = RateGuard.Bucket(perSecond);
        Assert.Equal(perSecond, bucket.TokensPerPeriod / bucket.ReplenishmentPeriod.TotalSeconds, 0.01 * perSecond);
        Assert.Equal(2 * perSecond, bucket.TokenLimit);
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_to_wait()
    {
        await using var service = await TestService.StartLimitedAsync(limits => limits with { RequestsPerSecond = 1 });
        var statuses = new List<HttpStatusCode>();
        for (int i = 0; i < 20; i++)
        {
            using var answer = await service.GetAsync("/api/live");
            statuses.Add(answer.StatusCode);
            if (answer.StatusCode != HttpStatusCode.TooManyRequests)
                continue;
            Assert.Contains("too many requests", await TestService.ProblemOf(answer, 429));
            Assert.True(answer.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
            // The page and the probes are always there.
            using var page = await service.GetAsync("/");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            using var probe = await service.GetAsync("/health/live");
            Assert.Equal(HttpStatusCode.OK, probe.StatusCode);
            return;
        }
        Assert.Fail($"none of 20 requests was refused: {string.Join(", ", statuses)}");
    }

    [Fact]
    public async Task Only_so_many_bodies_are_taken_in_at_once()
    {
        await using var service = await TestService.StartLimitedAsync(limits => limits with { BodiesAtOnce = 1 });
        // One is read and eight wait; of ten or more, all further ones are refused.
        using var first = new HangingRequest(service.Address, "/v2/models/letters/infer", "application/json");
        var all = Enumerable.Range(0, 12).Select(_ => new HangingRequest(service.Address, "/v2/models/letters/infer", "application/json")).ToArray();
        string refusal = await await Task.WhenAny(all.Select(request => request.AnswerAsync()));
        Assert.StartsWith("HTTP/1.1 503 ", refusal);
        Assert.Contains("Retry-After: 1", refusal);
        Assert.Contains("{\"error\":\"too much is being read at once; try again\"}", refusal);
        foreach (var request in all)
            request.Dispose();
    }

    [Fact]
    public async Task Who_takes_a_long_time_to_send_bodies_keeps_no_one_else_waiting()
    {
        await using var service = await TestService.StartAsync(options => options with
        {
            Proxies = [IPNetwork.Parse("127.0.0.0/8")],
            Limits = options.Limits with { BodiesAtOnce = 2 },
        });
        var slow = Enumerable.Range(0, 5).Select(_ => new HangingRequest(service.Address, "/api/recognize", "image/png")).ToArray();
        using var other = await service.PostAsync("/api/recognize", Pictures.Letter('S'), "image/jpeg", ("X-Forwarded-For", "192.0.2.7"));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var drawing = await service.GetAsync("/api/hand/A.png");
        Assert.Equal(HttpStatusCode.OK, drawing.StatusCode);
        foreach (var request in slow)
            request.Dispose();
    }

    [Fact]
    public async Task A_body_that_never_comes_is_given_up()
    {
        await using var service = await TestService.StartLimitedAsync(limits => limits with { SlowBeginning = TimeSpan.FromSeconds(1.1) });
        using var request = new HangingRequest(service.Address, "/api/recognize", "image/png");
        Assert.StartsWith("HTTP/1.1 408 ", await request.AnswerAsync());
    }

    [Theory]
    [InlineData("/../Fingerspell.dll")]
    [InlineData("/%2e%2e/Fingerspell.dll")]
    [InlineData("/x/../../Fingerspell.dll")]
    public async Task Nothing_above_the_page_is_served_to_who_writes_the_request_by_hand(string path)
    {
        await using var service = await TestService.StartAsync();
        using var client = new TcpClient(service.Address.Host, service.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var answer = new StreamReader(client.GetStream());
        Assert.Matches("^HTTP/1.1 40[04] ", await answer.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A request that begins its body and does not go on.</summary>
    sealed class HangingRequest : IDisposable
    {
        readonly TcpClient client;

        public HangingRequest(Uri server, string path, string type)
        {
            client = new TcpClient(server.Host, server.Port);
            client.GetStream().Write(Encoding.ASCII.GetBytes(
                $"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\nContent-Length: 1000\r\n\r\n{{"));
        }

        /// <summary>What the server answers, to the end of the JSON object.</summary>
        public async Task<string> AnswerAsync()
        {
            byte[] buffer = new byte[4096];
            var answer = new StringBuilder();
            while (!answer.ToString().Contains('}'))
            {
                int length = await client.GetStream().ReadAsync(buffer, TestContext.Current.CancellationToken);
                answer.Append(Encoding.ASCII.GetString(buffer, 0, length > 0 ? length : throw new EndOfStreamException()));
            }
            return answer.ToString();
        }

        public void Dispose() => client.Dispose();
    }
}
