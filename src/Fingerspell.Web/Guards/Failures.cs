using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fingerspell.Web.Guards;

/// <summary>Whatever fails on the way is answered as the API promises, without a word of the program's inside.</summary>
static partial class Failures
{
    public static void UseFailures(this WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Fingerspell");
        var stopping = app.Lifetime.ApplicationStopping;
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception e) when (e is OperationCanceledException or ConnectionResetException
                || context.RequestAborted.IsCancellationRequested || stopping.IsCancellationRequested)
            {
                // Nobody waits for an answer any more, or the server stops and has waited long enough.
                context.Abort();
            }
            catch (BadHttpRequestException e)
            {
                await Refusal.AnswerAsync(context, e.StatusCode, e.Message);
            }
#pragma warning disable CA1031 // Every failure is caught here, once, for the whole service.
            catch (Exception e)
#pragma warning restore CA1031
            {
                LogFailure(log, e, context.Request.Path);
                await Refusal.AnswerAsync(context, StatusCodes.Status500InternalServerError, "the server failed; its log says why");
            }
        });
        // What ends without a body gets one: a value of the wrong kind, no such address, not this method.
        app.UseStatusCodePages(page => Refusal.AnswerAsync(page.HttpContext, page.HttpContext.Response.StatusCode, page.HttpContext.Response.StatusCode switch
        {
            StatusCodes.Status400BadRequest => "a value in the address is not what it should be; /openapi.json says what is taken",
            StatusCodes.Status404NotFound => $"there is nothing at {page.HttpContext.Request.Path}",
            StatusCodes.Status405MethodNotAllowed => $"{page.HttpContext.Request.Path} does not take {page.HttpContext.Request.Method}",
            StatusCodes.Status415UnsupportedMediaType => $"{page.HttpContext.Request.Path} does not take that content type",
            int status => $"the request was refused with the status {status}",
        }));
    }

    [LoggerMessage(LogLevel.Error, "a request for {Path} failed")]
    private static partial void LogFailure(ILogger log, Exception exception, string path);
}
