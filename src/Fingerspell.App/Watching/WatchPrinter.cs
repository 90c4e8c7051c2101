using System.Globalization;
using System.Text.Json;
using Fingerspell.Spelling;

namespace Fingerspell.App.Watching;

/// <summary>
/// Prints a line whenever the text or the held letter changes, and a last one, as JSON or as text. J and Z, which are drawn over
/// many frames, have no confidence: the frame's own is another letter's.
/// </summary>
sealed class WatchPrinter(TextWriter output, bool json)
{
    public void Print(TimeSpan time, Speller speller, float confidence)
    {
        bool isDrawn = speller.Held is { } held && Alphabet.IsDrawn(held);
        if (json)
        {
            WriteJson(new
            {
                seconds = Seconds(time),
                letter = speller.Held,
                confidence = isDrawn ? (double?)null : JsonLines.Round(confidence),
                text = speller.Text,
            });
        }
        else if (speller.Held is { } letter)
        {
            string sureness = isDrawn ? " drawn" : string.Create(CultureInfo.InvariantCulture, $"{confidence * 100,5:0.0}%");
            Write(string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds,8:0.00} s  {letter}  {sureness}  {speller.Text}"));
        }
    }

    public void PrintEnd(TimeSpan time, string text, long frames)
    {
        if (json)
            WriteJson(new { seconds = Seconds(time), text, frames });
        else
            Write(string.Create(CultureInfo.InvariantCulture, $"text: {text} ({frames} frames, {time.TotalSeconds:0.00} s)"));
    }

    void WriteJson(object line) => Write(JsonSerializer.Serialize(line, JsonLines.Options));

    void Write(string line)
    {
        output.WriteLine(line);
        // Whoever follows a camera through a pipe wants each line at once.
        output.Flush();
    }

    static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}
