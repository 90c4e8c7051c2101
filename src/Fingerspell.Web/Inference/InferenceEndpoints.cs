using System.Text.Json;
using Fingerspell.Web.Guards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Fingerspell.Web.Inference;

/// <summary>
/// The Open Inference Protocol, version 2, over REST, for the letter model
/// (<see href="https://github.com/kserve/open-inference-protocol"/>).
/// </summary>
static class InferenceEndpoints
{
    public static void MapInference(this IEndpointRouteBuilder routes)
    {
        var v2 = routes.MapGroup("/v2").WithTags("Open Inference Protocol");
        v2.MapGet("", () => Results.Json(new ServerMetadata("fingerspell", ProgramVersion.Text, []), Json.Default.ServerMetadata))
            .WithName("v2-server").WithSummary("The server's name and version").Produces<ServerMetadata>();
        v2.MapGet("/health/live", () => Results.Json(new ServerLive(true), Json.Default.ServerLive))
            .DisableRateLimiting().WithName("v2-live").WithSummary("Whether the server runs").Produces<ServerLive>();
        v2.MapGet("/health/ready", Ready)
            .DisableRateLimiting().WithName("v2-ready").WithSummary("Whether the server takes work").Produces<ServerReady>()
            .Produces<ServerReady>(StatusCodes.Status503ServiceUnavailable);

        // Each address of the model may name its only version.
        foreach (string version in (string[])["", $"/versions/{LettersModel.Version}"])
        {
            string named = version.Length == 0 ? "" : "-version";
            var model = v2.MapGroup($"/models/{LettersModel.Name}{version}");
            model.MapGet("", ([FromServices] LettersModel letters) => Results.Json(letters.Metadata, Json.Default.ModelMetadata))
                .WithName($"v2-model{named}").WithSummary("What the letter model takes and gives").Produces<ModelMetadata>();
            model.MapGet("/ready", () => Results.Json(new ModelReady(LettersModel.Name, true), Json.Default.ModelReady))
                .WithName($"v2-model-ready{named}").WithSummary("Whether the letter model is loaded").Produces<ModelReady>();
            model.MapPost("/infer", InferAsync)
                .RequireRateLimiting(RateGuard.Bodies)
                .WithName($"v2-infer{named}").WithSummary("Computes the letter model for crops")
                .WithDescription("Tensors are JSON; the binary extension is not spoken. The logits are those of one look, as the ONNX file computes them.")
                .Accepts<InferenceRequest>("application/json")
                .Produces<InferenceResponse>()
                .Produces<InferenceError>(StatusCodes.Status400BadRequest)
                .Produces<InferenceError>(StatusCodes.Status413PayloadTooLarge)
                .Produces<InferenceError>(StatusCodes.Status415UnsupportedMediaType)
                .Produces<InferenceError>(StatusCodes.Status429TooManyRequests)
                .Produces<InferenceError>(StatusCodes.Status503ServiceUnavailable);
        }
    }

    static IResult Ready([FromServices] IHostApplicationLifetime lifetime)
    {
        bool stops = lifetime.ApplicationStopping.IsCancellationRequested;
        return Results.Json(new ServerReady(!stops), Json.Default.ServerReady,
            statusCode: stops ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    static async Task<IResult> InferAsync(
        HttpContext context, [FromServices] LettersModel letters, [FromServices] Turns turns, CancellationToken stop)
    {
        // Binary tensors follow a JSON header of a length that another header tells.
        if (!context.Request.HasJsonContentType() || context.Request.Headers.ContainsKey("Inference-Header-Content-Length"))
            return Refusal.Of(context, StatusCodes.Status415UnsupportedMediaType, "send tensors as JSON, with the content type application/json");
        try
        {
            var request = await JsonSerializer.DeserializeAsync(context.Request.Body, Json.Default.InferenceRequest, stop);
            if (request is null)
                return Refusal.Of(context, StatusCodes.Status400BadRequest, "the body is null; send an inference request");
            return Results.Json(await letters.InferAsync(request, turns, stop), Json.Default.InferenceResponse);
        }
        catch (JsonException e)
        {
            return Refusal.Of(context, StatusCodes.Status400BadRequest, $"the body is no inference request: {e.Message}");
        }
        catch (FingerspellException e)
        {
            return Refusal.Of(context, StatusCodes.Status400BadRequest, e.Message);
        }
    }
}
