using Fingerspell.Web.Inference;
using Microsoft.AspNetCore.Http;

namespace Fingerspell.Web;

/// <summary>
/// A request that is not done: a problem document (RFC 9457), or below <c>/v2</c> the error object of the Open Inference
/// Protocol.
/// </summary>
static class Refusal
{
    /// <param name="context">The request.</param>
    /// <param name="status">The HTTP status, 400 or above.</param>
    /// <param name="reason">What is wrong and, after a semicolon, what to do.</param>
    public static IResult Of(HttpContext context, int status, string reason) => context.Request.Path.StartsWithSegments("/v2")
        ? Results.Json(new InferenceError(reason), Json.Default.InferenceError, statusCode: status)
        : Results.Problem(reason, statusCode: status);

    /// <summary>Answers at once; breaks the connection off where an answer has begun.</summary>
    /// <inheritdoc cref="Of"/>
    public static Task AnswerAsync(HttpContext context, int status, string reason)
    {
        if (!context.Response.HasStarted)
            return Of(context, status, reason).ExecuteAsync(context);
        context.Abort();
        return Task.CompletedTask;
    }
}
