using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Fingerspell.Web.Live;

/// <summary><c>/api/live</c>: the WebSocket of the page.</summary>
static class LiveEndpoint
{
    public static void MapLive(this IEndpointRouteBuilder routes) => routes.MapGet("/api/live", RunAsync);

    static async Task<IResult> RunAsync(
        HttpContext context, Recognizer recognizer, Turns turns, TimeProvider clock, IHostApplicationLifetime lifetime)
    {
        if (!context.WebSockets.IsWebSocketRequest)
            return Results.Problem("this is a WebSocket; connect to it as one", statusCode: StatusCodes.Status426UpgradeRequired);
        using var webSocket = await context.WebSockets.AcceptWebSocketAsync();
        using var socket = new LiveSocket(webSocket);
        var text = new LiveText();
        var session = new LiveSession(socket, new LiveReader(recognizer.ForStream(), text), text, turns, clock);
        await session.RunAsync(lifetime.ApplicationStopping);
        return Results.Empty;
    }
}
