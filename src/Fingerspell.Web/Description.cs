using Microsoft.AspNetCore.OpenApi;

namespace Fingerspell.Web;

/// <summary>The OpenAPI document, <c>/openapi.json</c>: made from the endpoints, with what they cannot know of the whole.</summary>
static class Description
{
    public static void Describe(OpenApiOptions document) => document.AddDocumentTransformer((api, _, _) =>
    {
        api.Info.Title = "Fingerspell";
        api.Info.Version = ProgramVersion.Text;
        api.Info.Description = "Reads the letters of the American Sign Language manual alphabet from pictures. Errors are problem documents (RFC 9457), below /v2 those of the Open Inference Protocol.";
        // The document is the same wherever the server is, so that it can be compared.
        api.Servers?.Clear();
        return Task.CompletedTask;
    });
}
