using Microsoft.AspNetCore.Builder;

namespace Fingerspell.Web.Guards;

/// <summary>What a browser is told to hold back, whatever the page should come to contain.</summary>
static class SecurityHeaders
{
    const string PermissionsPolicy =
        "camera=(self), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), payment=(), clipboard-write=(self)";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy(context.Request.Host.Value);
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // Answers are about a person's pictures. The page's files say otherwise of themselves.
        headers.CacheControl = "no-store";
        return next(context);
    });

    /// <summary>Scripts, styles, pictures and connections of this server alone; <c>blob:</c> and <c>data:</c> are what the page makes itself.</summary>
    /// <param name="host">As the browser calls this server: to older Safari a WebSocket is not <c>'self'</c>. Kestrel lets no space, comma or semicolon into it.</param>
    static string ContentSecurityPolicy(string? host) =>
        "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; "
        + $"connect-src 'self' ws://{host} wss://{host}; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}
