using Fingerspell.Imaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fingerspell.Web.Recognizing;

/// <summary><c>POST /api/recognize</c>: the bytes of a picture, to the letter that is shown in it.</summary>
static class RecognizeEndpoint
{
    public static void MapRecognize(this IEndpointRouteBuilder routes) => routes.MapPost("/api/recognize", RecognizeAsync);

    static async Task<IResult> RecognizeAsync(HttpRequest request, Recognizer recognizer, Turns turns, CancellationToken stop)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, stop);
        using var turn = await turns.TakeAsync(stop);
        try
        {
            using var frame = Frame.Decode(body.GetBuffer().AsSpan(0, (int)body.Length));
            return Results.Json(Recognition.Of(null, recognizer.Read(frame)), Json.Default.Recognition);
        }
        catch (FingerspellException e)
        {
            return Results.Problem(e.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}
