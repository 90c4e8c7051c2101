using System.Text;
using System.Text.Json.Nodes;

namespace Fingerspell.Training.Evaluation.Words;

/// <summary>One recogniser on the words of several sets, side by side, never pooled.</summary>
/// <param name="With">What measured it.</param>
/// <param name="Sets">The sets, in order.</param>
public sealed record WordReport(MeasuredWith With, IReadOnlyList<SetWords> Sets)
{
    /// <summary>A table of sets and one of words, in Markdown. Lines end in a line feed.</summary>
    public string ToMarkdown() => new StringBuilder()
        .Append(With.ToMarkdown())
        .Append("Words made of photographs: each letter held 1.2 s at 15 frames a second, a hand that is out of view before and after a word and\n")
        .Append("between equal letters. The error rate is Levenshtein's distance over the letters; with \"accepted\", the first suggestion is taken\n")
        .Append("where it is the word, and \"offered\" counts words that were read rightly or are among the suggestions.\n\n")
        .Append(MarkdownTable.Format(
            ["set", "error rate", "accepted", "words right", "offered"],
            Sets.Select(set => (string[])
            [
                set.Name, Percentage.Of(set.ErrorRate), Percentage.Of(set.ErrorRateAccepted),
                $"{set.Words.Count(word => word.Errors == 0)} of {set.Words.Count}", $"{set.Words.Count(word => word.IsOffered)} of {set.Words.Count}",
            ])))
        .Append('\n')
        .Append(MarkdownTable.Format(
            ["set", "word", "read", "first suggestion", "error rate", "accepted"],
            Sets.SelectMany(set => set.Words.Select(word => (string[])
            [
                set.Name, word.Word, word.Text.Length > 0 ? word.Text : "–", word.Suggestions is [var first, ..] ? first : "–",
                Percentage.Of(word.ErrorRate), Percentage.Of(word.ErrorRateAccepted),
            ])), textColumns: 4))
        .ToString();

    /// <summary>
    /// The same for programs: <c>command</c>, <c>version</c>, <c>models</c>, and <c>sets</c>, each with <c>name</c>,
    /// <c>errorRate</c>, <c>errorRateAccepted</c> and <c>words</c>: <c>word</c>, <c>text</c>, <c>suggestions</c> and the two rates.
    /// </summary>
    public JsonObject ToJson()
    {
        var json = With.ToJson();
        json.Add("sets", new JsonArray([.. Sets.Select(set => new JsonObject
        {
            ["name"] = set.Name,
            ["errorRate"] = Round(set.ErrorRate),
            ["errorRateAccepted"] = Round(set.ErrorRateAccepted),
            ["words"] = new JsonArray([.. set.Words.Select(ToJson)]),
        })]));
        return json;
    }

    static JsonObject ToJson(SpelledWord word) => new()
    {
        ["word"] = word.Word,
        ["text"] = word.Text,
        ["suggestions"] = new JsonArray([.. word.Suggestions.Select(suggestion => JsonValue.Create(suggestion))]),
        ["errorRate"] = Round(word.ErrorRate),
        ["errorRateAccepted"] = Round(word.ErrorRateAccepted),
    };

    static double Round(double rate) => Math.Round(rate, 4);
}
