using Fingerspell.Hands;
using Fingerspell.Letters;
using Fingerspell.Tests.Shared;
using Fingerspell.Web;

namespace Fingerspell.Browser.Tests;

/// <summary>
/// The service within the test's process, with the models made for tests: a bright square on black is the hand, and a
/// letter is the square's grey level, for those letters that are bright enough to be a hand (M to Y).
/// </summary>
sealed class LocalService : IAsyncDisposable
{
    readonly TemporaryFolder folder = new();
    readonly Recognizer recognizer;
    WebService service = null!;

    LocalService(bool isShipped)
    {
        if (isShipped)
        {
            recognizer = Recognizer.LoadShipped();
            return;
        }
        MadeHandModel.Save(folder["hands.onnx"]);
        MadeModel.Save(folder["letters.onnx"]);
        recognizer = new Recognizer(
            new HandFinder(HandModel.Load(folder["hands.onnx"], 1)), LetterModel.Load(folder["letters.onnx"], 1));
    }

    public Uri Address => service.Address;

    public Recognizer Recognizer => recognizer;

    public static async Task<LocalService> StartAsync(bool isShipped = false, string? token = null, int? sessions = null, ServiceCertificate? certificate = null)
    {
        var local = new LocalService(isShipped);
        var options = new ServiceOptions { Port = 0, Token = token, Certificate = certificate };
        local.service = await WebService.StartAsync(
            sessions is { } most ? options with { Limits = options.Limits with { Sessions = most } } : options, local.recognizer);
        return local;
    }

    public Task StopAsync() => service.StopAsync();

    /// <summary>Starts anew on the same port, as an update would.</summary>
    public async Task RestartAsync()
    {
        int port = Address.Port;
        await service.DisposeAsync();
        service = await WebService.StartAsync(new ServiceOptions { Port = port }, recognizer);
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        recognizer.Dispose();
        folder.Dispose();
    }
}
