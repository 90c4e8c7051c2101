using System.Globalization;
using System.Text;

namespace Fingerspell.Training.Evaluation.Photos;

/// <summary>Prints a measurement for a person.</summary>
public static class MeasurementText
{
    /// <summary>
    /// Letters, signers, confusions and accuracy; calibration; where the hands were found; what thresholds come to; and
    /// what was made of pictures without a hand. Lines end in a line feed.
    /// </summary>
    /// <param name="measurement">The measurement.</param>
    public static string ToText(this Measurement measurement)
    {
        var text = new StringBuilder();
        if (measurement.Letters is { } letters)
        {
            text.Append(letters.ToText());
            if (measurement.Calibration is { } calibration)
                text.Append($"Calibration error  {Percentage.Of(calibration.Error)} (ECE, {Calibration.BinCount} bins, where a hand was seen to sign)\n");
            if (measurement.Boxes is { } boxes)
                text.Append(Boxes(boxes));
            text.Append('\n').Append(Thresholds(measurement.RiskCoverage));
        }
        if (measurement.WithoutHand is { } silence)
            text.Append(text.Length > 0 ? "\n" : "").Append(Silence(silence));
        return text.ToString();
    }

    static string Boxes(BoxAgreement boxes) => string.Create(CultureInfo.InvariantCulture,
        $"Hands found        {boxes.Found} of {boxes.Photos}; on {Percentage.Of(boxes.Share)} the box overlaps the true one by {BoxAgreement.Enough} or more (IoU), median {boxes.MedianOverlap:F3}\n");

    /// <summary>What each threshold comes to: a line each.</summary>
    /// <param name="thresholds">The thresholds.</param>
    public static string Thresholds(IReadOnlyList<RiskCoverage> thresholds) => MarkdownTable.Format(
        ["threshold", "answered", "right when answered"],
        thresholds.Select(at => (string[])
            [at.Threshold.ToString("F1", CultureInfo.InvariantCulture), Percentage.Of(at.Coverage), Percentage.OrDash(at.AccuracyWhenAnswered)]));

    static string Silence(Silence silence)
    {
        string summary = $"Without a hand     a letter named on {Percentage.Of(silence.NamedShare)} ({silence.Named} of {silence.Pictures}), "
            + $"a hand found in {Percentage.Of(silence.FoundShare)} ({silence.FalseHands.Count})\n";
        return silence.FalseHands.Count == 0 ? summary : summary + "\n" + MarkdownTable.Format(
            ["picture", "letter", "confidence", "box"],
            silence.FalseHands.Select(hand => (string[])
                [hand.File, hand.Letter is { } letter ? $"{letter}" : "none", Percentage.Of(hand.Confidence), $"{hand.Box}"]));
    }
}
