using System.Globalization;
using System.Text.Json;
using Fingerspell.Imaging;

namespace Fingerspell.App.Predicting;

/// <summary>Prints a line a picture, as JSON or as a table.</summary>
sealed class PredictionPrinter(TextWriter output, TextWriter error, bool json)
{
    const int CandidatesShown = 3;

    bool hasHeader;

    public void Print(string file, Reading reading)
    {
        if (json)
            output.WriteLine(JsonSerializer.Serialize(Line.Of(file, reading), JsonLines.Options));
        else
            PrintRow(reading.Letter is { } letter ? $"{letter}" : "-", Percent(reading.Confidence), NextOf(reading), file);
    }

    public void PrintError(string file, string message)
    {
        if (json)
            output.WriteLine(JsonSerializer.Serialize(new { file, error = message }, JsonLines.Options));
        else
            error.WriteLine($"fingerspell: {message}");
    }

    void PrintRow(string letter, string confidence, string next, string file)
    {
        if (!hasHeader)
            output.WriteLine("letter  confidence  next best         file");
        hasHeader = true;
        output.WriteLine($"{letter,-6}  {confidence,10}  {next,-16}  {file}");
    }

    static string NextOf(Reading reading) => reading.Candidates.Count == 0 ? "no hand" : string.Join("  ", reading.Candidates
        .Skip(reading.Letter is null ? 0 : 1).Take(CandidatesShown - 1).Select(c => $"{c.Letter} {Percent(c.Confidence)}"));

    static string Percent(float share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>The fixed shape of a line; programs read it.</summary>
    sealed record Line(string File, char? Letter, double Confidence, Box? Box, IReadOnlyList<Line.Candidate> Candidates)
    {
        public static Line Of(string file, Reading reading) => new(
            file, reading.Letter, JsonLines.Round(reading.Confidence), reading.Box,
            [.. reading.Candidates.Take(CandidatesShown).Select(c => new Candidate(c.Letter, JsonLines.Round(c.Confidence)))]);

        public sealed record Candidate(char Letter, double Confidence);
    }
}
