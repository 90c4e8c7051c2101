namespace Fingerspell.Training.Evaluation;

/// <summary>What a recogniser made of one picture.</summary>
/// <param name="Label">The true label, 0–25.</param>
/// <param name="Read">The label it named, or null where it named none: no hand, or too little confidence.</param>
/// <param name="Signer">The person, or null where unknown.</param>
public readonly record struct Outcome(byte Label, byte? Read, string? Signer = null)
{
    /// <summary>Whether the true label was named; no answer is not right.</summary>
    public bool IsRight => Read == Label;

    /// <summary>Predictions as outcomes: below a confidence, and where a hand is not likely to sign, no letter is named.</summary>
    /// <param name="predictions">One row or more.</param>
    /// <param name="threshold">The least confidence, 0–1, for an answer.</param>
    public static IReadOnlyList<Outcome> Of(Predictions predictions, double threshold) =>
        [.. Enumerable.Range(0, predictions.Count).Select(row => new Outcome(
            predictions.Labels[row],
            predictions.ShowsSign(row) && predictions.Confidence(row) >= threshold ? predictions.Predicted[row] : null,
            predictions.Sources?[row].Signer))];
}
