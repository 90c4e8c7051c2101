using System.Net.Http.Headers;
using System.Text.Json;
using Fingerspell.Hands;
using Fingerspell.Letters;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Web.Tests;

/// <summary>
/// The service on a port of its own, with the models made for tests: a bright square on black is the hand, and a
/// letter is the square's grey level, for those letters that are bright enough to be a hand (M to Y).
/// </summary>
sealed class TestService : IAsyncDisposable
{
    readonly TemporaryFolder folder = new();
    readonly Recognizer recognizer;
    WebService? service;

    TestService(IHandFinder? hands)
    {
        MadeHandModel.Save(folder["hands.onnx"]);
        MadeModel.Save(folder["letters.onnx"]);
        recognizer = new Recognizer(
            hands ?? new HandFinder(HandModel.Load(folder["hands.onnx"], 1)), LetterModel.Load(folder["letters.onnx"], 1));
    }

    public Uri Address => service!.Address;

    public HttpClient Http { get; } = new(new HttpClientHandler { UseCookies = false, ServerCertificateCustomValidationCallback = (_, _, _, _) => true });

    public static async Task<TestService> StartAsync(Func<ServiceOptions, ServiceOptions>? change = null, IHandFinder? hands = null)
    {
        var test = new TestService(hands);
        var options = new ServiceOptions { Port = 0 };
        test.service = await WebService.StartAsync(change?.Invoke(options) ?? options, test.recognizer);
        test.Http.BaseAddress = test.Address;
        return test;
    }

    public static Task<TestService> StartLimitedAsync(Func<ServiceLimits, ServiceLimits> change) =>
        StartAsync(options => options with { Limits = change(options.Limits) });

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<HttpResponseMessage> PostAsync(string path, byte[] body, string type, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(type) } }, headers);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> JsonOf(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    /// <summary>The detail of the problem document that the answer must be.</summary>
    public static async Task<string> ProblemOf(HttpResponseMessage answer, int status)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await JsonOf(answer);
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        return problem.GetProperty("detail").GetString()!;
    }

    public Task StopAsync() => service!.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (service is not null)
            await service.DisposeAsync();
        recognizer.Dispose();
        folder.Dispose();
    }
}
