using System.Net.Sockets;
using Fingerspell.Web.Guards;
using Fingerspell.Web.Inference;
using Fingerspell.Web.Live;
using Fingerspell.Web.Observing;
using Fingerspell.Web.Recognizing;
using Fingerspell.Web.Teaching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using IPNetwork = System.Net.IPNetwork;

namespace Fingerspell.Web;

/// <summary>The page and the service behind it, running. Disposing stops it and tells the sessions.</summary>
public sealed class WebService : IAsyncDisposable
{
    static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(20), LongestFarewell = TimeSpan.FromSeconds(10);

    readonly WebApplication app;

    WebService(WebApplication app) => this.app = app;

    /// <summary>Where the page is, as seen from this machine.</summary>
    public Uri Address => new(app.Urls.Single().Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal).Replace("//[::]:", "//[::1]:", StringComparison.Ordinal));

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
        catch (Exception e)
        {
            await app.DisposeAsync();
            if (e is IOException { InnerException: AddressInUseException })
                throw new FingerspellException(
                    $"port {options.Port} of {options.Address} is in use by another program; name another one with --port, 0 takes any free one", e);
            if (e is SocketException)
                throw new FingerspellException($"cannot listen on port {options.Port} of {options.Address}: {e.Message}", e);
            throw;
        }
    }

    /// <summary>
    /// Waits until <paramref name="stop"/>, or until the process is told to end, and then stops as <see cref="StopAsync"/> does. The server
    /// itself heeds SIGINT, SIGTERM and SIGQUIT, and takes them from whoever would wait for them elsewhere.
    /// </summary>
    public Task UntilStoppedAsync(CancellationToken stop) => app.WaitForShutdownAsync(stop);

    /// <summary>Takes no more requests, tells the sessions, and waits for what is being answered.</summary>
    public Task StopAsync() => app.StopAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    static WebApplication Create(ServiceOptions options, Recognizer recognizer)
    {
        options.Require();
        // An empty builder takes nothing from the environment or from files that happen to lie around.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => Listen(kestrel, options));
        AddServices(builder.Services, options, recognizer);
        var app = builder.Build();
        app.Services.GetRequiredService<PrometheusText>(); // counts from the beginning

        var token = options.Token is { } text ? new TokenGuard(text) : null;
        UseProxies(app, options.Proxies);
        app.UseSecurityHeaders();
        app.UseFailures();
        app.UseHostGuard(options.HostNames);
        app.UsePage();
        app.UseRouting();
        app.UseRateLimiter();
        token?.Use(app);
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = KeepAlive, KeepAliveTimeout = KeepAlive });

        token?.MapSignIn(app);
        app.MapRecognize();
        app.MapLive();
        app.MapHands();
        app.MapInference();
        app.MapObserving();
        app.MapOpenApi("/openapi.json");
        return app;
    }

    static void Listen(KestrelServerOptions kestrel, ServiceOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.Limits.BodyBytes;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(options.Limits.SlowestBody, options.Limits.SlowBeginning);
        kestrel.Limits.MaxConcurrentConnections = options.Limits.Connections;
        kestrel.Listen(options.Address, options.Port, listen =>
        {
            if (options.Certificate is { } certificate)
                listen.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificate = certificate.Own, ServerCertificateChain = certificate.Chain });
        });
    }

    static void AddServices(IServiceCollection services, ServiceOptions options, Recognizer recognizer)
    {
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning)
            // What stops it from starting is thrown, and told in one line.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
            .AddSimpleConsole(line => line.SingleLine = true));
        // Standard output belongs to results.
        services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        services.AddRoutingCore();
        services.AddProblemDetails();
        services.AddMetrics();
        services.AddRateGuard(options.Limits);
        services.AddOpenApi(document => Description.Describe(document, needsToken: options.Token is not null));
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, Json.Default));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestFarewell);

        services.AddSingleton(options);
        services.AddSingleton(recognizer);
        services.AddSingleton(_ => new Turns(options.Cores));
        services.AddSingleton<ServiceMetrics>();
        services.AddSingleton<PrometheusText>();
        services.AddSingleton<LiveSessions>();
        services.AddSingleton(_ => new HandPictures(options.Limits.DrawnBytes));
        services.AddSingleton(_ => new LettersModel(recognizer.Letters));
    }

    static void UseProxies(IApplicationBuilder app, IReadOnlyList<IPNetwork> proxies)
    {
        if (proxies.Count == 0)
            return;
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in proxies)
            forwarded.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(forwarded);
    }
}
