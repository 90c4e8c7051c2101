using System.Globalization;
using System.Text.Json;
using Fingerspell.Web.Recognizing;

namespace Fingerspell.App.Predicting;

/// <summary>Prints a line a picture, as JSON or as a table.</summary>
sealed class PredictionPrinter(TextWriter output, TextWriter error, bool json)
{
    const int NextShown = 2;

    bool hasHeader;

    public void Print(string file, Reading reading)
    {
        if (json)
            output.WriteLine(JsonSerializer.Serialize(Recognition.Of(file, reading), JsonLines.Options));
        else
            PrintRow(reading.Letter is { } letter ? $"{letter}" : "-", Percent(reading.Confidence), NextOf(reading), file);
    }

    public void PrintError(string file, string message)
    {
        if (json)
            output.WriteLine(JsonSerializer.Serialize(new { file, error = message }, JsonLines.Options));
        else
            Terminal.WriteLine($"fingerspell: {message}", error);
    }

    void PrintRow(string letter, string confidence, string next, string file)
    {
        if (!hasHeader)
            output.WriteLine("letter  confidence  next best         file");
        hasHeader = true;
        output.WriteLine($"{letter,-6}  {confidence,10}  {next,-16}  {file}");
    }

    static string NextOf(Reading reading) => reading.Candidates.Count == 0 ? "no hand" : string.Join("  ", reading.Candidates
        .Skip(reading.Letter is null ? 0 : 1).Take(NextShown).Select(c => $"{c.Letter} {Percent(c.Confidence)}"));

    static string Percent(float share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
