using System.Net.Sockets;
using Fingerspell.Web.Live;
using Fingerspell.Web.Recognizing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fingerspell.Web;

/// <summary>The page and the service behind it, running. Disposing stops it and tells the sessions.</summary>
public sealed class WebService : IAsyncDisposable
{
    readonly WebApplication app;

    WebService(WebApplication app) => this.app = app;

    /// <summary>Where the page is.</summary>
    public Uri Address => new(app.Urls.Single());

    /// <summary>Starts the service.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="recognizer">Reads for all; it stays the caller's.</param>
    /// <exception cref="FingerspellException">The port is taken, or the address is none of this machine.</exception>
    public static async Task<WebService> StartAsync(ServiceOptions options, Recognizer recognizer)
    {
        var app = Create(options, recognizer);
        try
        {
            await app.StartAsync();
            return new WebService(app);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            throw new FingerspellException(
                $"port {options.Port} of {options.Address} is in use by another program; name another one with --port, 0 takes any free one", e);
        }
        catch (SocketException e)
        {
            await app.DisposeAsync();
            throw new FingerspellException($"cannot listen on port {options.Port} of {options.Address}: {e.Message}", e);
        }
    }

    /// <summary>Takes no more requests, tells the sessions, and waits for what is being answered.</summary>
    public Task StopAsync() => app.StopAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    static WebApplication Create(ServiceOptions options, Recognizer recognizer)
    {
        // An empty builder takes nothing from the environment or from files that happen to lie around.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.Address, options.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.Services.AddSingleton(recognizer);
        builder.Services.AddSingleton(options.Clock);
        builder.Services.AddSingleton(_ => new Turns(Environment.ProcessorCount));

        var app = builder.Build();
        app.UseWebSockets();
        app.UsePage();
        app.UseRouting();
        app.MapRecognize();
        app.MapLive();
        return app;
    }
}
