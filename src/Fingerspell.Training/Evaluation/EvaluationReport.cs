using System.Text;

namespace Fingerspell.Training.Evaluation;

/// <summary>The whole of an evaluation as text: what <c>report.txt</c> holds and <c>evaluate</c> prints.</summary>
public static class EvaluationReport
{
    const int WorstConfusions = 15;

    /// <summary>
    /// The classification report; then accuracy with its interval, calibration, accuracy by signer where known, the
    /// most frequent confusions and the confusion matrix. Lines end in a line feed.
    /// </summary>
    /// <param name="predictions">One row or more.</param>
    /// <param name="letters">Whether labels are named by letters, or by their numbers.</param>
    /// <param name="digits">Decimals of the classification report, 0–15.</param>
    public static string Of(Predictions predictions, bool letters = true, int digits = 2)
    {
        var report = ClassificationReport.Of(predictions);
        var text = new StringBuilder(report.ToText(Names(report.Labels, letters), digits)).Append('\n');
        foreach (string warning in report.Warnings)
            text.Append($"Warning: {warning}\n\n");

        var accuracy = new Proportion(predictions.Correct, predictions.Count);
        var (low, high) = accuracy.Interval;
        text.Append($"Accuracy           {Percentage.Of(accuracy.Value)} ({accuracy.Correct} of {accuracy.Total}), ");
        text.Append($"95 % interval {Percentage.Of(low)} – {Percentage.Of(high)} (Wilson)\n");
        text.Append($"Calibration error  {Percentage.OrDash(Calibration.Of(predictions)?.Error)} (ECE, {Calibration.BinCount} bins)\n");

        if (SignerTable.Of(predictions) is { } signers)
            text.Append('\n').Append(SignerTable.Format(signers));
        text.Append('\n').Append(Confusions(predictions, letters));

        var matrix = ConfusionMatrix.Of(predictions);
        text.Append("\nConfusion matrix: a row a true label, a column a predicted one\n");
        return text.Append(matrix.ToFrame(Names(matrix.Labels, letters))).Append('\n').ToString();
    }

    /// <summary>What <c>report.json</c> holds: the classification report, see <see cref="ClassificationReportText.ToJson"/>.</summary>
    /// <param name="predictions">One row or more.</param>
    /// <param name="letters">Whether labels are named by letters, or by their numbers.</param>
    public static string Json(Predictions predictions, bool letters = true)
    {
        var report = ClassificationReport.Of(predictions);
        return report.ToJson(Names(report.Labels, letters));
    }

    /// <summary>Names for labels: letters, or the labels' numbers.</summary>
    /// <param name="labels">Labels, 0–25 for letters.</param>
    /// <param name="letters">Whether by letters.</param>
    public static IReadOnlyList<string> Names(IReadOnlyList<byte> labels, bool letters) =>
        letters ? LabelNames.Letters(labels) : LabelNames.Numbers(labels);

    static string Confusions(Predictions predictions, bool letters)
    {
        var confusions = Confusion.Of(predictions);
        if (confusions.Count == 0)
            return "Nothing was misread.\n";
        var text = new StringBuilder("Misread most often   count  share of the true letter\n");
        foreach (var confusion in confusions.Take(WorstConfusions))
        {
            var names = Names([confusion.Label, confusion.Read], letters);
            text.Append($"{names[0] + " read as " + names[1],-19}  {confusion.Count,5}  {Percentage.Of(confusion.Rate)}\n");
        }
        if (confusions.Count > WorstConfusions)
            text.Append($"and {confusions.Count - WorstConfusions} other confusions\n");
        return text.ToString();
    }
}
