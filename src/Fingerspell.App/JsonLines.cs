using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fingerspell.App;

/// <summary>How results are printed as JSON, an object a line.</summary>
static class JsonLines
{
    /// <summary>Names in camel case; file names as they are, which no web page will hold.</summary>
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A share with the digits that mean something.</summary>
    public static double Round(double share) => Math.Round(share, 4);
}
