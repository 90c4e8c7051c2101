using System.Text;
using System.Text.Json;

namespace Fingerspell.Training.Evaluation;

/// <summary>Prints a classification report character for character as scikit-learn 1.2 does.</summary>
public static class ClassificationReportText
{
    const int DefaultDigits = 2;

    /// <summary>The report as a text table; lines end in a line feed.</summary>
    /// <param name="report">The report.</param>
    /// <param name="names">A name for each label of the report; null for the labels' numbers.</param>
    /// <param name="digits">Decimals, 0–15.</param>
    /// <exception cref="FingerspellException">Not one name a label, or digits out of range.</exception>
    public static string ToText(
        this ClassificationReport report, IReadOnlyList<string>? names = null, int digits = DefaultDigits)
    {
        if (digits is < 0 or > 15)
            throw new FingerspellException($"a report with {digits} decimals makes no sense; give 0 to 15");
        names = LabelNames.RequireFor(report.Labels, names);
        int width = Math.Max(Math.Max(names.Max(name => name.Length), "weighted avg".Length), digits);
        var text = new StringBuilder();
        Line("", "precision", "recall", "f1-score", "support");
        text.Append('\n');
        for (int i = 0; i < names.Count; i++)
            Score(names[i], report.Scores[i]);
        text.Append('\n');
        if (report.MicroIsAccuracy)
            Line("accuracy", "", "", Number(report.Micro.F1), Support(report, report.Micro));
        else
            Score("micro avg", report.Micro);
        Score("macro avg", report.Macro);
        Score("weighted avg", report.Weighted);
        return text.ToString();

        void Score(string name, ClassScore score) =>
            Line(name, Number(score.Precision), Number(score.Recall), Number(score.F1), Support(report, score));

        void Line(string name, params ReadOnlySpan<string> cells)
        {
            text.Append(name.PadLeft(width)).Append(' ');
            foreach (string cell in cells)
                text.Append(' ').Append(cell.PadLeft(9));
            text.Append('\n');
        }

        string Number(double value) => FixedPoint.Format(value, digits);
    }

    /// <summary>
    /// The report as JSON: what Python's <c>json.dumps(…, indent=1)</c> makes of <c>classification_report(output_dict=True)</c>.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="names">A name for each label of the report; null for the labels' numbers.</param>
    /// <exception cref="FingerspellException">Not one name a label.</exception>
    public static string ToJson(this ClassificationReport report, IReadOnlyList<string>? names = null)
    {
        names = LabelNames.RequireFor(report.Labels, names);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true, IndentSize = 1, NewLine = "\n" }))
        {
            json.WriteStartObject();
            for (int i = 0; i < names.Count; i++)
                Score(json, report, names[i], report.Scores[i]);
            if (report.MicroIsAccuracy)
                Number(json, "accuracy", report.Micro.Precision);
            else
                Score(json, report, "micro avg", report.Micro);
            Score(json, report, "macro avg", report.Macro);
            Score(json, report, "weighted avg", report.Weighted);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    static string Support(ClassificationReport report, ClassScore score) =>
        report.NothingRight ? FixedPoint.Shortest(score.Support) : $"{score.Support}";

    static void Score(Utf8JsonWriter json, ClassificationReport report, string name, ClassScore score)
    {
        json.WriteStartObject(name);
        Number(json, "precision", score.Precision);
        Number(json, "recall", score.Recall);
        Number(json, "f1-score", score.F1);
        json.WritePropertyName("support");
        json.WriteRawValue(Support(report, score));
        json.WriteEndObject();
    }

    static void Number(Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(FixedPoint.Shortest(value));
    }
}
