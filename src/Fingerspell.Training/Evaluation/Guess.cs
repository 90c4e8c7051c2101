namespace Fingerspell.Training.Evaluation;

/// <summary>What a recogniser thinks a picture shows, before a threshold decides whether it says so.</summary>
/// <param name="Label">The true label, 0–25, or null for a picture without a signing hand.</param>
/// <param name="Best">The most probable label, or null where no hand was seen to sign.</param>
/// <param name="Confidence">How sure it is of that label, 0–1.</param>
public readonly record struct Guess(byte? Label, byte? Best, float Confidence)
{
    /// <summary>Whether the most probable label is the true one.</summary>
    public bool IsRight => Best is not null && Best == Label;

    /// <summary>Whether a letter is named at a threshold.</summary>
    /// <param name="threshold">The least confidence, 0–1, for an answer.</param>
    public bool IsNamed(double threshold) => Best is not null && Confidence >= threshold;

    /// <summary>A guess a row, of no letter where a hand is not likely to sign.</summary>
    /// <param name="predictions">One row or more.</param>
    public static IReadOnlyList<Guess> Of(Predictions predictions) =>
        [.. Enumerable.Range(0, predictions.Count).Select(row => predictions.ShowsSign(row)
            ? new Guess(predictions.Labels[row], predictions.Predicted[row], predictions.Confidence(row))
            : new Guess(predictions.Labels[row], null, 0))];
}
