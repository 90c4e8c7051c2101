using Fingerspell.Web.Guards;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Fingerspell.Web;

/// <summary>The OpenAPI document, <c>/openapi.json</c>: made from the endpoints, with what they cannot know of the whole.</summary>
static class Description
{
    const string Token = "token";

    /// <summary>Describes the service.</summary>
    /// <param name="document">The document.</param>
    /// <param name="needsToken">Whether <see cref="TokenGuard"/> asks for a token.</param>
    public static void Describe(OpenApiOptions document, bool needsToken) => document.AddDocumentTransformer((api, _, _) =>
    {
        api.Info.Title = "Fingerspell";
        api.Info.Version = ProgramVersion.Text;
        api.Info.Description = "Reads the letters of the American Sign Language manual alphabet from pictures. Errors are problem documents (RFC 9457), below /v2 those of the Open Inference Protocol.";
        // The document is the same wherever the server is, so that it can be compared.
        api.Servers?.Clear();
        if (needsToken)
            AskForToken(api);
        return Task.CompletedTask;
    });

    static void AskForToken(OpenApiDocument api)
    {
        api.AddComponent(Token, new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The token that the server was started with." });
        api.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Token, api)] = [] }];
        foreach (var (_, operation) in api.Paths.Where(path => !TokenGuard.Guards(path.Key)).SelectMany(path => path.Value.Operations ?? []))
            operation.Security = [];
    }
}
