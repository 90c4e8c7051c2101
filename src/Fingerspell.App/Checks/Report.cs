using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fingerspell.App.Checks;

/// <summary>The findings as a person or a program reads them.</summary>
static class Report
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the findings and returns the exit code: done where nothing prevents reading.</summary>
    public static int Write(IReadOnlyList<Finding> findings, TextWriter output, bool json)
    {
        string[] preventing = [.. findings.Where(f => f.PreventsReading).Select(f => f.Name)];
        if (json)
            output.WriteLine(JsonSerializer.Serialize(new { CanRead = preventing.Length == 0, Findings = findings }, Json));
        else
            WriteText(findings, preventing, output);
        return preventing.Length == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    static void WriteText(IReadOnlyList<Finding> findings, string[] preventing, TextWriter output)
    {
        int width = findings.Max(f => f.Name.Length);
        foreach (var finding in findings)
        {
            output.WriteLine($"{(finding.State == State.Ok ? "ok" : "missing"),-7}  {finding.Name.PadRight(width)}  {finding.Detail}");
            if (finding.Remedy is not null)
                output.WriteLine($"{"",-7}  {"".PadRight(width)}  → {finding.Remedy}");
        }
        output.WriteLine(preventing.Length == 0
            ? "Everything that reading needs is here."
            : $"Reading does not work without: {string.Join(", ", preventing)}.");
    }
}
