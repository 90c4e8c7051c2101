using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fingerspell.Training.Plots;

namespace Fingerspell.Training.Evaluation;

/// <summary>What leaving signers out of photographs came to, as text, JSON and files.</summary>
public static class SignerFoldsReport
{
    /// <summary>The share of pieces without a hand that the threshold chosen may answer; the hand finder has seen none of them.</summary>
    const double Tolerated = 0.02;

    /// <summary>The report on the photographs, on the rows, the fitted temperature, and what thresholds come to at it.</summary>
    /// <param name="folds">The folds.</param>
    /// <param name="letters">Whether labels are named by letters, or by their numbers.</param>
    /// <param name="digits">Decimals of the classification report, 0–15.</param>
    public static string ToText(this SignerFolds folds, bool letters = true, int digits = 2)
    {
        var text = new StringBuilder("Photographs, the hand's place given\n\n").Append(EvaluationReport.Of(folds.Photos, letters, digits));
        if (folds.Rows is { } rows)
            text.Append("\nSign Language MNIST, rows of the same signers\n\n").Append(SignerTable.Format(SignerTable.Of(rows)!))
                .Append($"all rows: {Percentage.Of(rows.Accuracy)} ({rows.Correct} of {rows.Count})\n");
        return text.Append('\n').Append(TemperatureText.Of(folds.Temperature)).Append(Thresholds(folds)).ToString();
    }

    /// <summary>
    /// What <see cref="OutcomeSummary.ToJson"/> has, of the photographs, with <c>rows</c> (the same of the rows, or null),
    /// <c>temperature</c>, <c>riskCoverage</c>, <c>withoutHand</c> (pieces beside the hands) and <c>threshold</c>.
    /// </summary>
    /// <param name="folds">The folds.</param>
    public static JsonObject ToJson(this SignerFolds folds)
    {
        var json = Summary(folds.Photos);
        json["rows"] = folds.Rows is { } rows ? Summary(rows) : null;
        json["temperature"] = Node(folds.Temperature);
        json["riskCoverage"] = Node(RiskCoverage.Of(folds.Positives));
        json["withoutHand"] = Node(RiskCoverage.Of(folds.Negatives));
        json["threshold"] = Node(ThresholdChoice.Of(folds.Positives, folds.Negatives, Tolerated));
        return json;
    }

    /// <summary>Writes the files that <see cref="EvaluationFiles"/> writes, of the photographs.</summary>
    /// <param name="folds">The folds.</param>
    /// <param name="folder">The folder; made where missing.</param>
    /// <exception cref="FingerspellException">A file cannot be written.</exception>
    public static void Write(this SignerFolds folds, string folder) => EvaluationFiles.Write(
        folder, folds.ToText(), ConfusionMatrix.Of(folds.Photos),
        new MisreadSheet("photographs of signers left out", folds.Photos.Count, Confusion.Of(folds.Photos), row => folds.Crops[row], folds.Photos.Confidence),
        Calibration.Of(TemperatureFit.Apply(folds.Photos, folds.Temperature.Temperature)));

    static string Thresholds(SignerFolds folds)
    {
        var negatives = RiskCoverage.Of(folds.Negatives);
        string table = MarkdownTable.Format(
            ["threshold", "answered", "right when answered", $"answered without a hand (of {folds.Negatives.Count})"],
            RiskCoverage.Of(folds.Positives).Zip(negatives, (at, without) => (string[])
            [
                at.Threshold.ToString("F1", CultureInfo.InvariantCulture), Percentage.Of(at.Coverage),
                Percentage.OrDash(at.AccuracyWhenAnswered), Percentage.Of(without.Coverage),
            ]));
        string choice = ThresholdChoice.Of(folds.Positives, folds.Negatives, Tolerated) is { } chosen
            ? string.Create(CultureInfo.InvariantCulture, $"Threshold          {chosen.Threshold:F2} is the lowest that answers at most {100 * Tolerated:F0} % without a hand; ")
                + $"it answers {Percentage.Of(chosen.Positives.Coverage)} of the photographs, {Percentage.OrDash(chosen.Positives.AccuracyWhenAnswered)} of them rightly\n"
            : string.Create(CultureInfo.InvariantCulture, $"Threshold          none answers at most {100 * Tolerated:F0} % without a hand\n");
        return table + "\n" + choice;
    }

    static JsonObject Summary(Predictions predictions) => JsonNode.Parse(OutcomeSummary.Of(Outcome.Of(predictions, threshold: 0)).ToJson())!.AsObject();

    static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, JsonSerializerOptions.Web);
}
