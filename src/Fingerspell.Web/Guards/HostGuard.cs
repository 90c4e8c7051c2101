using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Fingerspell.Web.Guards;

/// <summary>
/// Answers only requests that ask for a host that the service is known to be. A strange web site whose name is made to
/// point to this machine (DNS rebinding) asks for its own name, and is refused. Requests that a page of another origin
/// makes are refused as well, WebSockets among them, which browsers open to anywhere.
/// </summary>
static class HostGuard
{
    static readonly string[] NamesOfThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    public static void UseHostGuard(this IApplicationBuilder app, IReadOnlyList<string> names) => app.Use((context, next) =>
    {
        if (!IsServed(context, names))
            return Refusal.AnswerAsync(context, StatusCodes.Status400BadRequest,
                $"this server is not {context.Request.Host.Host}; if it shall be, start it with --allow-host");
        if (!IsOfThisOrigin(context.Request))
            return Refusal.AnswerAsync(context, StatusCodes.Status403Forbidden, "pages of other origins may not use this server");
        return next(context);
    });

    static bool IsServed(HttpContext context, IReadOnlyList<string> names)
    {
        string host = context.Request.Host.Host;
        return NamesOfThisMachine.Contains(host, StringComparer.OrdinalIgnoreCase)
            || names.Contains(host, StringComparer.OrdinalIgnoreCase)
            // An address cannot be made to point elsewhere.
            || (IPAddress.TryParse(host, out var address) && address.Equals(Plain(context.Connection.LocalIpAddress)));
    }

    static bool IsOfThisOrigin(HttpRequest request)
    {
        string? origin = request.Headers.Origin;
        if (string.IsNullOrEmpty(origin)) // no browser, or one that asks for a page
            return true;
        // The scheme may differ: a proxy before this server may be the one who speaks TLS.
        return Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && string.Equals(page.Host, request.Host.Host, StringComparison.OrdinalIgnoreCase)
            && page.Port == (request.Host.Port ?? (page.Scheme == Uri.UriSchemeHttps ? 443 : 80));
    }

    static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
