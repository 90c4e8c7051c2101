using System.Text;
using System.Text.Json.Nodes;
using Fingerspell.Training.Evaluation.Photos;

namespace Fingerspell.Training.Evaluation.Sets;

/// <summary>One recogniser on several sets, side by side, never pooled: the pictures of a set are of few people.</summary>
/// <param name="With">What measured it.</param>
/// <param name="Sets">The sets, in order.</param>
public sealed record SetComparison(MeasuredWith With, IReadOnlyList<SetMeasurement> Sets)
{
    /// <summary>All tables with a word of explanation each, in Markdown. Lines end in a line feed.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder()
            .Append(With.ToMarkdown())
            .Append("From the whole picture: the hand is looked for, and no answer counts as wrong. \"Box given\" is the accuracy when\n")
            .Append("told where the hand is. The intervals (Wilson) take photographs as independent, which those of one person are not.\n\n")
            .Append(SetTables.Accuracy(Sets));
        Table("Pictures without a signing hand, and the share of them that other thresholds would answer:", SetTables.Silence(Sets));
        Table("Letters named without a hand:", SetTables.FalseLetters(Sets));
        Table("What a confidence asked for before a letter is named comes to: % right when answered / % answered.", SetTables.Thresholds(Sets));
        Table("Accuracy by letter, in %:", SetTables.Letters(Sets));
        Table("Where it fails:", SetTables.Worst(Sets));
        return text.ToString();

        void Table(string explanation, string table)
        {
            if (table.Length > 0)
                text.Append($"\n{explanation}\n\n").Append(table);
        }
    }

    /// <summary>
    /// The same for programs: <c>command</c>, <c>version</c>, <c>models</c>, and <c>sets</c>, each with <c>name</c>, what
    /// <see cref="MeasurementJson"/> has, and <c>boxesGiven</c> where known.
    /// </summary>
    public JsonObject ToJson()
    {
        var json = With.ToJson();
        json.Add("sets", new JsonArray([.. Sets.Select(ToJson)]));
        return json;
    }

    static JsonObject ToJson(SetMeasurement set)
    {
        var json = set.Measurement.ToJson();
        json.Insert(0, "name", set.Name);
        if (set.BoxesGiven is { } given)
            json["boxesGiven"] = given.ToJson();
        return json;
    }
}
