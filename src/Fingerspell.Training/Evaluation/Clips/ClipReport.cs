using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Fingerspell.Training.Motion;

namespace Fingerspell.Training.Evaluation.Clips;

/// <summary>How J and Z are read: in clips of letters, in photographs strung together, and from acted hands.</summary>
/// <param name="With">What measured it.</param>
/// <param name="Clips">What was read in clips.</param>
/// <param name="Strung">What was read in photographs strung together; none where none were given.</param>
/// <param name="Acted">What was read of acted hands.</param>
public sealed record ClipReport(
    MeasuredWith With, IReadOnlyList<FilmReading> Clips, IReadOnlyList<FilmReading> Strung, MotionTrial Acted)
{
    IReadOnlyList<FilmReading> Drawn => [.. Clips.Where(clip => clip.Letter is { } letter && Alphabet.IsDrawn(letter))];

    IReadOnlyList<FilmReading> Others => [.. Clips.Where(clip => clip.Letter is not { } letter || !Alphabet.IsDrawn(letter))];

    /// <summary>Tables, in Markdown. Lines end in a line feed.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder(With.ToMarkdown());
        if (Drawn.Count > 0)
        {
            text.Append(MarkdownTable.Format(
                ["clip", "text", "read", "hand found", "seconds"],
                Drawn.Select(clip => (string[])
                [
                    clip.Name, clip.Text.Trim() is { Length: > 0 } typed ? typed : "–", clip.IsRead ? "yes" : "no", Percentage.Of(clip.HandFound),
                    Number(clip.Seconds),
                ]), textColumns: 3)).Append('\n');
        }
        List<FilmRow> rows = [];
        if (Others.Count > 0)
            rows.Add(FilmRow.Of($"{Others.Count} clips of other letters", Others));
        rows.AddRange(Strung.Select(film => FilmRow.Of($"{film.Name}, strung", [film])));
        if (Strung.Count > 1)
            rows.Add(FilmRow.Of("all strung", Strung));
        if (rows.Count > 0)
        {
            text.Append(MarkdownTable.Format(
                ["without J and Z", "minutes", "false J", "false Z", "a minute", "hand found"],
                rows.Select(row => (string[])
                [
                    row.Name, Number(row.Minutes), Whole(row.FalseJs), Whole(row.FalseZs), Number((row.FalseJs + row.FalseZs) / row.Minutes),
                    Percentage.Of(row.HandFound),
                ]))).Append('\n');
        }
        return text.Append(MarkdownTable.Format(
            ["acted hands", "J", "Z"],
            [
                [$"read, of {Whole(Acted.Drawings)} each", Whole(Acted.Js), Whole(Acted.Zs)],
                [$"false in {Number(Acted.Minutes)} minutes without", Whole(Acted.FalseJs), Whole(Acted.FalseZs)],
            ])).ToString();
    }

    /// <summary>
    /// The same for programs: <c>command</c>, <c>version</c>, <c>models</c>; <c>clips</c> and <c>strung</c>, each film with <c>name</c>,
    /// <c>letter</c>, <c>text</c>, <c>seconds</c>, <c>handFound</c>, <c>falseJ</c> and <c>falseZ</c>; and <c>acted</c>.
    /// </summary>
    public JsonObject ToJson()
    {
        var json = With.ToJson();
        json.Add("clips", new JsonArray([.. Clips.Select(ToJson)]));
        json.Add("strung", new JsonArray([.. Strung.Select(ToJson)]));
        json.Add("acted", new JsonObject
        {
            ["drawings"] = Acted.Drawings,
            ["readJ"] = Acted.Js,
            ["readZ"] = Acted.Zs,
            ["minutes"] = Math.Round(Acted.Minutes, 2),
            ["falseJ"] = Acted.FalseJs,
            ["falseZ"] = Acted.FalseZs,
        });
        return json;
    }

    static JsonObject ToJson(FilmReading film) => new()
    {
        ["name"] = film.Name,
        ["letter"] = film.Letter?.ToString(),
        ["text"] = film.Text,
        ["seconds"] = Math.Round(film.Seconds, 3),
        ["handFound"] = Math.Round(film.HandFound, 4),
        ["falseJ"] = film.FalseJs,
        ["falseZ"] = film.FalseZs,
    };

    static string Number(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);

    static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Some films together.</summary>
    sealed record FilmRow(string Name, double Minutes, int FalseJs, int FalseZs, double HandFound)
    {
        public static FilmRow Of(string name, IReadOnlyList<FilmReading> films)
        {
            double seconds = films.Sum(film => film.Seconds);
            return new(
                name, seconds / 60, films.Sum(film => film.FalseJs), films.Sum(film => film.FalseZs),
                films.Sum(film => film.HandFound * film.Seconds) / seconds);
        }
    }
}
