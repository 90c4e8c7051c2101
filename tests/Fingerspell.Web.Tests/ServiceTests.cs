using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Fingerspell.Web.Tests;

public sealed partial class ServiceTests
{
    [Fact]
    public async Task The_page_is_at_the_root()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
        Assert.Contains("<title>Fingerspell", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/..%2fFingerspell.dll")]
    [InlineData("/models/letters.onnx")]
    public async Task Nothing_beside_the_page_is_served(string path)
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.SendAsync(HttpMethod.Get, path, null);
        Assert.Contains("there is nothing at", await TestService.ProblemOf(answer, 404));
    }

    [Fact]
    public async Task A_method_that_is_not_taken_is_a_problem()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync("/api/recognize");
        Assert.Equal("/api/recognize does not take GET", await TestService.ProblemOf(answer, 405));
    }

    [Fact]
    public async Task A_taken_port_is_named()
    {
        await using var first = await TestService.StartAsync();
        var error = await Assert.ThrowsAsync<FingerspellException>(
            () => TestService.StartAsync(options => options with { Port = first.Address.Port }));
        Assert.StartsWith($"port {first.Address.Port} of 127.0.0.1 is in use by another program", error.Message);
    }

    [Fact]
    public async Task An_address_of_another_machine_is_named()
    {
        var error = await Assert.ThrowsAsync<FingerspellException>(() => TestService.StartAsync(
            options => options with { Address = IPAddress.Parse("192.0.2.1"), Token = "0123456789abcdef" }));
        Assert.StartsWith("cannot listen on port 0 of 192.0.2.1", error.Message);
    }

    [Fact]
    public async Task Probes_are_answered()
    {
        await using var service = await TestService.StartAsync();
        foreach (string path in (string[])["/health/live", "/health/ready"])
        {
            using var answer = await service.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Figures_are_in_Prometheus_text_format()
    {
        await using var service = await TestService.StartAsync();
        using var posted = await service.PostAsync("/api/recognize", Pictures.Letter('S'), "image/jpeg");
        using var answer = await service.GetAsync("/metrics");
        Assert.Equal("text/plain; version=0.0.4; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        string[] lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimEnd('\n').Split('\n');
        Assert.All(lines, line => Assert.Matches(Line(), line));
        Assert.Equal(lines.Length, lines.Distinct().Count());
        Assert.Contains("fingerspell_reading_duration_seconds_count 1", lines);
        Assert.Contains("# TYPE fingerspell_reading_duration_seconds histogram", lines);
        Assert.Contains(lines, line => line.StartsWith("http_server_request_duration_seconds_bucket{", StringComparison.Ordinal)
            && line.Contains("http_route=\"/api/recognize\"") && line.EndsWith("le=\"+Inf\"} 1", StringComparison.Ordinal));
        string memory = lines.Single(line => line.StartsWith("dotnet_process_memory_working_set_bytes ", StringComparison.Ordinal));
        Assert.True(double.Parse(memory.Split(' ')[1], CultureInfo.InvariantCulture) > 1e6);
    }

    [Fact]
    public async Task The_OpenAPI_document_describes_every_endpoint()
    {
        await using var service = await TestService.StartAsync();
        using var answer = await service.GetAsync("/openapi.json");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var document = await TestService.JsonOf(answer);
        Assert.StartsWith("3.", document.GetProperty("openapi").GetString());
        Assert.Equal(
        [
            "get /api/hand/{letter}", "get /api/hand/{letter}.png", "get /api/live", "get /health/live", "get /health/ready", "get /metrics", "get /v2", "get /v2/health/live", "get /v2/health/ready",
            "get /v2/models/letters", "get /v2/models/letters/ready", "get /v2/models/letters/versions/1", "get /v2/models/letters/versions/1/ready",
            "post /api/recognize", "post /v2/models/letters/infer", "post /v2/models/letters/versions/1/infer",
        ], document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name} {path.Name}")).Order(StringComparer.Ordinal));
        var recognize = document.GetProperty("paths").GetProperty("/api/recognize").GetProperty("post");
        Assert.Equal(["image/jpeg", "image/png", "image/webp"],
            recognize.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(type => type.Name));
        foreach (var body in recognize.GetProperty("requestBody").GetProperty("content").EnumerateObject())
            Assert.Equal("binary", Schema(body.Value.GetProperty("schema")).GetProperty("format").GetString());
        Assert.Equal(["200", "400", "413", "415", "429", "503"], recognize.GetProperty("responses").EnumerateObject().Select(status => status.Name));
        var recognition = document.GetProperty("components").GetProperty("schemas").GetProperty("Recognition").GetProperty("properties");
        Assert.Equal(["file", "letter", "confidence", "box", "candidates", "crop"], recognition.EnumerateObject().Select(property => property.Name));
        JsonElement Schema(JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
            ? document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1])
            : schema;
        // Every reference leads somewhere.
        var references = Reference().Matches(document.GetRawText()).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.NotEmpty(references);
        Assert.All(references, name => Assert.Equal(JsonValueKind.Object,
            document.GetProperty("components").GetProperty("schemas").GetProperty(name).ValueKind));
    }

    [GeneratedRegex("""^(# (HELP|TYPE) [a-z_:][a-z0-9_:]* .*|[a-z_:][a-z0-9_:]*(\{([a-z_]+="[^"]*",?)+\})? -?[0-9.E+-]+)$""")]
    private static partial Regex Line();

    [GeneratedRegex("\"#/components/schemas/([^\"]+)\"")]
    private static partial Regex Reference();
}
