using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Fingerspell.Web.Guards;

/// <summary>
/// Lets those in who show the token: in the header <c>Authorization: Bearer</c>, or by the cookie that the page has got for
/// it from <c>POST /api/sign-in</c>, since a page's WebSocket can send no header. The page's own files and the probes of
/// whoever runs the server are no secret.
/// </summary>
sealed class TokenGuard(string token)
{
    const string CookieName = "fingerspell", SignIn = "/api/sign-in";

    static readonly string[] Guarded = ["/api", "/v2", "/metrics", "/openapi.json"];
    static readonly string[] Open = ["/v2/health", SignIn];

    readonly byte[] expected = Encoding.UTF8.GetBytes(token);
    // Cookies reach every port of a host; what they hold is not the token itself.
    readonly string cookie = Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "fingerspell cookie"u8));

    /// <summary>Whether a path is answered only to those who show the token.</summary>
    public static bool Guards(PathString path) => Below(path, Guarded) && !Below(path, Open);

    public void Use(IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!Guards(context.Request.Path) || HasToken(context.Request) || HasCookie(context.Request))
            return next(context);
        return RefuseAsync(context);
    });

    public void MapSignIn(IEndpointRouteBuilder routes) => routes.MapPost(SignIn, async context =>
    {
        if (!HasToken(context.Request))
        {
            await RefuseAsync(context);
            return;
        }
        context.Response.Cookies.Append(CookieName, cookie, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = context.Request.IsHttps,
            Path = "/",
        });
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }).ExcludeFromDescription();

    bool HasToken(HttpRequest request)
    {
        const string Scheme = "Bearer ";
        string header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header[Scheme.Length..].Trim()), expected);
    }

    bool HasCookie(HttpRequest request) => request.Cookies[CookieName] is { } shown
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(cookie));

    static bool Below(PathString asked, string[] paths) => paths.Any(path => asked.StartsWithSegments(path));

    static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Refusal.AnswerAsync(context, StatusCodes.Status401Unauthorized,
            "this server wants a token; send it as Authorization: Bearer, or open the page with #token=… after its address");
    }
}
