using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fingerspell.Letters;
using Fingerspell.Training.Plots;

namespace Fingerspell.Training.Evaluation;

/// <summary>What leaving signers out of photographs came to, as text, JSON and files.</summary>
public static class SignerFoldsReport
{
    /// <summary>The share of pictures without a hand that the threshold chosen may answer.</summary>
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
        text.Append('\n').Append(TemperatureText.Of(folds.Temperature)).Append(Thresholds(folds.Positives, folds.Negatives));
        if (folds.Whole is { } whole)
            text.Append("\nFrom the whole picture, the hand looked for; the same pictures with the hand taken out, and what lies beside it\n\n").Append(Whole(folds, whole));
        return text.ToString();
    }

    /// <summary>
    /// What <see cref="OutcomeSummary.ToJson"/> has, of the photographs, with <c>rows</c> (the same of the rows, or null),
    /// <c>temperature</c>, <c>riskCoverage</c>, <c>withoutHand</c> (pieces beside the hands) and <c>threshold</c>; and <c>whole</c>,
    /// or null: of whole pictures <c>signOdds</c>, <c>riskCoverage</c>, <c>withoutHand</c> and <c>threshold</c>.
    /// </summary>
    /// <param name="folds">The folds.</param>
    public static JsonObject ToJson(this SignerFolds folds)
    {
        var json = Summary(folds.Photos);
        json["rows"] = folds.Rows is { } rows ? Summary(rows) : null;
        json["temperature"] = Node(folds.Temperature);
        AddThresholds(json, folds.Positives, folds.Negatives);
        json["whole"] = null;
        if (folds.Whole is { Odds: { } odds } whole)
        {
            var part = new JsonObject { ["signOdds"] = Node(odds) };
            AddThresholds(part, At(whole.Signing, folds, odds), At(whole.Handless, folds, odds));
            json["whole"] = part;
        }
        return json;
    }

    /// <summary>Writes the files that <see cref="EvaluationFiles"/> writes, of the photographs.</summary>
    /// <param name="folds">The folds.</param>
    /// <param name="folder">The folder; made where missing.</param>
    /// <param name="letters">See <see cref="ToText"/>.</param>
    /// <param name="digits">See <see cref="ToText"/>.</param>
    /// <exception cref="FingerspellException">A file cannot be written.</exception>
    public static void Write(this SignerFolds folds, string folder, bool letters = true, int digits = 2) => EvaluationFiles.Write(
        folder, folds.ToText(letters, digits), EvaluationReport.Json(folds.Photos, letters), ConfusionMatrix.Of(folds.Photos),
        new MisreadSheet("photographs of signers left out", folds.Photos.Count, Confusion.Of(folds.Photos), row => folds.Crops[row], folds.Photos.Confidence),
        Calibration.Of(TemperatureFit.Apply(folds.Photos, folds.Temperature.Temperature)));

    static string Whole(SignerFolds folds, WholePictures whole)
    {
        string found = $"Hands found        in {Found(whole.Signing)} of {whole.Signing.Count} pictures, and in {Found(whole.Handless)} of {whole.Handless.Count} without the hand\n";
        return whole.Odds is { } odds
            ? found + $"Sign odds          {odds}, fitted to these; at them and the temperature above:\n\n"
                + Thresholds(At(whole.Signing, folds, odds), At(whole.Handless, folds, odds))
            : found + "Sign odds          cannot be fitted: they need hands found in both\n";
    }

    static int Found(IReadOnlyList<WholePicture> pictures) => pictures.Count(picture => picture.Places.Count > 0);

    static List<Guess> At(IReadOnlyList<WholePicture> pictures, SignerFolds folds, SignOdds odds) =>
        [.. pictures.Select(picture => picture.At(folds.Temperature.Temperature, odds))];

    static string Thresholds(IReadOnlyList<Guess> positives, IReadOnlyList<Guess> negatives)
    {
        string table = MarkdownTable.Format(
            ["threshold", "answered", "right when answered", $"answered without a hand (of {negatives.Count})"],
            RiskCoverage.Of(positives).Zip(RiskCoverage.Of(negatives), (at, without) => (string[])
            [
                at.Threshold.ToString("F1", CultureInfo.InvariantCulture), Percentage.Of(at.Coverage),
                Percentage.OrDash(at.AccuracyWhenAnswered), Percentage.Of(without.Coverage),
            ]));
        string choice = ThresholdChoice.Of(positives, negatives, Tolerated) is { } chosen
            ? string.Create(CultureInfo.InvariantCulture, $"Threshold          {chosen.Threshold:F2} is the lowest that answers at most {100 * Tolerated:F0} % without a hand; ")
                + $"it answers {Percentage.Of(chosen.Positives.Coverage)} of the photographs, {Percentage.OrDash(chosen.Positives.AccuracyWhenAnswered)} of them rightly\n"
            : string.Create(CultureInfo.InvariantCulture, $"Threshold          none answers at most {100 * Tolerated:F0} % without a hand\n");
        return table + "\n" + choice;
    }

    static void AddThresholds(JsonObject json, IReadOnlyList<Guess> positives, IReadOnlyList<Guess> negatives)
    {
        json["riskCoverage"] = Node(RiskCoverage.Of(positives));
        json["withoutHand"] = Node(RiskCoverage.Of(negatives));
        json["threshold"] = Node(ThresholdChoice.Of(positives, negatives, Tolerated));
    }

    static JsonObject Summary(Predictions predictions) => JsonNode.Parse(OutcomeSummary.Of(Outcome.Of(predictions, threshold: 0)).ToJson())!.AsObject();

    static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, JsonSerializerOptions.Web);
}
