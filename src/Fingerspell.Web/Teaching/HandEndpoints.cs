using System.ComponentModel;
using Fingerspell.Web.Guards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Fingerspell.Web.Teaching;

/// <summary><c>GET /api/hand/A</c> says how a letter is signed, and <c>GET /api/hand/A.png</c> shows it, drawn.</summary>
static class HandEndpoints
{
    /// <summary>Nobody's picture is in them, and they change only with the program.</summary>
    const string Kept = "private, max-age=3600";

    public static void MapHands(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/hand/{letter}", Describe)
            .WithName("hand")
            .WithTags("Teaching")
            .WithSummary("Says how a letter is signed")
            .WithDescription("The words for a letter's handshape and, for every other letter, what differs where that one was read instead.")
            .Produces<Lesson>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        routes.MapGet("/api/hand/{letter}.png", ShowAsync)
            .RequireRateLimiting(RateGuard.Drawings)
            .WithName("handPicture")
            .WithTags("Teaching")
            .WithSummary("Shows how a letter is signed")
            .WithDescription("A drawn hand on a transparent ground. It is drawn when it is first asked for.")
            .Produces<Stream>(contentType: "image/png")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    static IResult Describe(HttpContext context, [Description("A–Z.")] string letter)
    {
        try
        {
            var lesson = Lesson.Of(HandRequest.LetterOf(letter));
            context.Response.Headers.CacheControl = Kept;
            return Results.Json(lesson, Json.Default.Lesson);
        }
        catch (FingerspellException e)
        {
            return Refusal.Of(context, StatusCodes.Status400BadRequest, e.Message);
        }
    }

    static async Task<IResult> ShowAsync(
        HttpContext context, [FromServices] HandPictures pictures, [FromServices] Turns turns,
        [Description("A–Z.")] string letter,
        [Description("Which hand signs: right or left."), FromQuery] string? side,
        [Description("Who sees it: watcher or signer."), FromQuery] string? view,
        [Description("Its skin: pale, light, medium, tan, brown or dark."), FromQuery] string? tone,
        [Description("The side in pixels: a multiple of 64 up to 512, usually 384."), FromQuery] int? size,
        [Description("Of J and Z the moment of the motion, 0–100 % in steps of 5."), FromQuery] int? moment, CancellationToken stop)
    {
        try
        {
            var request = HandRequest.Parse(letter, side, view, tone, size, moment);
            byte[]? picture = pictures.Find(request);
            if (picture is null)
            {
                using var turn = await turns.TakeAsync(stop);
                picture = pictures.Find(request) ?? pictures.Draw(request);
            }
            context.Response.Headers.CacheControl = Kept;
            return Results.Bytes(picture, "image/png");
        }
        catch (FingerspellException e)
        {
            return Refusal.Of(context, StatusCodes.Status400BadRequest, e.Message);
        }
    }
}
