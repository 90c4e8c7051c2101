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

    TestService()
    {
        MadeHandModel.Save(folder["hands.onnx"]);
        MadeModel.Save(folder["letters.onnx"]);
        recognizer = new Recognizer(
            new HandFinder(HandModel.Load(folder["hands.onnx"], 1)), LetterModel.Load(folder["letters.onnx"], 1));
    }

    public Uri Address => service!.Address;

    public HttpClient Http { get; } = new();

    public static async Task<TestService> StartAsync(Func<ServiceOptions, ServiceOptions>? change = null)
    {
        var test = new TestService();
        var options = new ServiceOptions { Port = 0 };
        test.service = await WebService.StartAsync(change?.Invoke(options) ?? options, test.recognizer);
        test.Http.BaseAddress = test.Address;
        return test;
    }

    public Task StopAsync() => service!.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await service!.DisposeAsync();
        recognizer.Dispose();
        folder.Dispose();
    }
}
