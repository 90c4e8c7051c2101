using System.Text.Json.Nodes;

namespace Fingerspell.Training.Evaluation;

/// <summary>What a report's figures were measured with, so that they can be measured again.</summary>
/// <param name="Command">The command, as it was typed.</param>
/// <param name="Version">The program's version, which ends in its commit.</param>
/// <param name="Models">The SHA-256 of each model file, by what it finds.</param>
public sealed record MeasuredWith(string Command, string Version, IReadOnlyDictionary<string, string> Models)
{
    /// <summary>A paragraph of Markdown, and an empty line.</summary>
    public string ToMarkdown() =>
        $"Measured with `{Command}`, version {Version}, models {string.Join(", ", Models.Select(model => $"`{model.Key}` (SHA-256 `{model.Value}`)"))}.\n\n";

    /// <summary>The same for programs: <c>command</c>, <c>version</c>, <c>models</c>.</summary>
    public JsonObject ToJson() => new()
    {
        ["command"] = Command,
        ["version"] = Version,
        ["models"] = new JsonObject(Models.Select(model => KeyValuePair.Create(model.Key, (JsonNode?)model.Value))),
    };
}
