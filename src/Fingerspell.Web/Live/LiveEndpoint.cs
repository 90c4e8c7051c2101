using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Fingerspell.Web.Live;

/// <summary><c>/api/live</c>: the WebSocket of the page.</summary>
static class LiveEndpoint
{
    const string Path = "/api/live";

    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        Describe(routes.MapGet(Path, RunAsync));
        // Over HTTP/2, which browsers speak with TLS, a WebSocket begins with CONNECT (RFC 8441).
        routes.MapMethods(Path, [HttpMethods.Connect], RunAsync).ExcludeFromDescription();
    }

    static void Describe(RouteHandlerBuilder endpoint) => endpoint
        .WithName("live-frames")
        .WithTags("Reading")
        .WithSummary("A WebSocket: camera frames in, letters and text out")
        .WithDescription("""
            The client sends each frame as a binary message, a JPEG, and text messages
            {"type":"start","text":"HEL","hold":0.6,"otherHand":false,"crop":true} and
            {"type":"edit","edit":"space|delete|clear|accept|set","word":"HELLO","text":"…"}.
            The server answers with hello, reading, text, error and bye. Only the newest frame is read; frame counts the binary
            messages from 1, and is null in an error that answers a text message.
            """)
        .Produces(StatusCodes.Status101SwitchingProtocols)
        .ProducesProblem(StatusCodes.Status426UpgradeRequired)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    static async Task<IResult> RunAsync(HttpContext context, [FromServices] LiveSessions sessions)
    {
        // A browser tells a page nothing of a refused socket; the page then asks by a plain request, which is to hear the same.
        bool isSocket = context.WebSockets.IsWebSocketRequest;
        if (isSocket ? !sessions.TryEnter() : sessions.IsFull)
        {
            context.Response.Headers.RetryAfter = "5";
            return Refusal.Of(context, StatusCodes.Status503ServiceUnavailable, "too many sessions are open; try again in a while");
        }
        if (!isSocket)
        {
            context.Response.Headers.Upgrade = "websocket";
            return Refusal.Of(context, StatusCodes.Status426UpgradeRequired, "this is a WebSocket; connect to it as one");
        }
        try
        {
            using var webSocket = await context.WebSockets.AcceptWebSocketAsync();
            await sessions.RunAsync(webSocket);
            return Results.Empty;
        }
        finally
        {
            sessions.Leave();
        }
    }
}
