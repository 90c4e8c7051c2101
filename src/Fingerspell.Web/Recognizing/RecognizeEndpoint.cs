using System.ComponentModel;
using System.Diagnostics;
using System.Net.Http.Headers;
using Fingerspell.Imaging;
using Fingerspell.Web.Guards;
using Fingerspell.Web.Observing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Fingerspell.Web.Recognizing;

/// <summary><c>POST /api/recognize</c>: the bytes of a picture, to the letter that is shown in it.</summary>
static class RecognizeEndpoint
{
    public static void MapRecognize(this IEndpointRouteBuilder routes) => routes.MapPost("/api/recognize", RecognizeAsync)
        .RequireRateLimiting(RateGuard.Bodies)
        .WithName("recognize")
        .WithTags("Reading")
        .WithSummary("Reads the letter in a picture")
        .WithDescription("Finds the hand in a JPEG, PNG or WebP picture and names the letter of the American Sign Language manual alphabet that it shows. No picture is kept.")
        .Accepts<Stream>("image/jpeg", "image/png", "image/webp")
        .Produces<Recognition>()
        .ProducesProblem(StatusCodes.Status400BadRequest)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    static async Task<IResult> RecognizeAsync(
        HttpContext context, [FromServices] Recognizer recognizer, [FromServices] Turns turns, [FromServices] ServiceOptions options,
        [FromServices] ServiceMetrics metrics,
        [Description("What to call the picture in the answer."), FromQuery] string? file,
        [Description("Whether the answer shows what the model was given."), FromQuery] bool? crop, CancellationToken stop)
    {
        // Types other than pictures' were refused before they came here, but not a missing one.
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var header) || header.MediaType?.ToLowerInvariant() is not { } type)
            return Refusal.Of(context, StatusCodes.Status415UnsupportedMediaType, "the content type is missing; send image/jpeg, image/png or image/webp");
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, stop);
        if (new PictureGate(options.Limits.Pixels).Check(Bytes(body), type) is { } refused)
            return Refusal.Of(context, refused.Status, refused.Reason);

        using var turn = await turns.TakeAsync(stop);
        long began = Stopwatch.GetTimestamp();
        try
        {
            using var frame = Frame.Decode(Bytes(body));
            var reading = recognizer.Read(frame);
            metrics.Read(Stopwatch.GetElapsedTime(began));
            return Results.Json(Recognition.Of(file, reading, crop ?? false), Json.Default.Recognition);
        }
        catch (FingerspellException e)
        {
            return Refusal.Of(context, StatusCodes.Status400BadRequest, e.Message);
        }
    }

    static ReadOnlySpan<byte> Bytes(MemoryStream body) => body.GetBuffer().AsSpan(0, (int)body.Length);
}
