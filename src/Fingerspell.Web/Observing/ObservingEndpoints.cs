using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Fingerspell.Web.Observing;

/// <summary>What whoever runs the server asks: <c>/health/live</c>, <c>/health/ready</c> and <c>/metrics</c>.</summary>
static class ObservingEndpoints
{
    public static void MapObserving(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live\n"))
            .DisableRateLimiting().WithTags("Operation").WithName("live").WithSummary("Whether the server runs").Produces<string>(contentType: "text/plain");
        routes.MapGet("/health/ready", Ready)
            .DisableRateLimiting().WithTags("Operation").WithName("ready").WithSummary("Whether the server takes work; not while it stops")
            .Produces<string>(contentType: "text/plain").ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        routes.MapGet("/metrics", ([FromServices] PrometheusText metrics) => Results.Text(metrics.Write(), "text/plain; version=0.0.4; charset=utf-8"))
            .DisableRateLimiting().WithTags("Operation").WithName("metrics").WithSummary("What the server counts, for Prometheus").Produces<string>(contentType: "text/plain");
    }

    static IResult Ready(HttpContext context, [FromServices] IHostApplicationLifetime lifetime) => lifetime.ApplicationStopping.IsCancellationRequested
        ? Refusal.Of(context, StatusCodes.Status503ServiceUnavailable, "the server stops")
        : Results.Text("ready\n");
}
