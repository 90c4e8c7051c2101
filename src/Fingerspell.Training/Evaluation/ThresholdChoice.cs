namespace Fingerspell.Training.Evaluation;

/// <summary>
/// A threshold chosen on held-back pictures. No answer counts as wrong, so a threshold is as low as may be: the smallest
/// multiple of <see cref="Step"/> at which at most a tolerated share of the pictures without a hand is answered.
/// </summary>
/// <param name="Threshold">The threshold, 0–1.</param>
/// <param name="AnsweredNegatives">The share of the pictures without a hand that are answered at it, 0–1; 0 where there are none.</param>
/// <param name="Positives">What it comes to on the pictures of letters.</param>
public sealed record ThresholdChoice(double Threshold, double AnsweredNegatives, RiskCoverage Positives)
{
    /// <summary>Thresholds are tried in steps of this size: finer ones fit the held-back pictures and nothing else.</summary>
    public const double Step = 0.01;

    /// <summary>Chooses a threshold.</summary>
    /// <param name="positives">Guesses for pictures of letters, by networks that have not seen their signers; one or more.</param>
    /// <param name="negatives">Guesses for pictures without a signing hand; may be none.</param>
    /// <param name="toleratedNegatives">The greatest share of the negatives that may be answered, 0–1.</param>
    /// <returns>The choice, or null where no threshold below 1 at which anything is answered will do.</returns>
    /// <exception cref="FingerspellException">There are no positives.</exception>
    public static ThresholdChoice? Of(
        IReadOnlyList<Guess> positives, IReadOnlyList<Guess> negatives, double toleratedNegatives = 0.02)
    {
        if (positives.Count == 0)
            throw new FingerspellException("a threshold is chosen on pictures of letters, and there are none");
        for (int step = 0; step * Step < 1; step++)
        {
            double threshold = Math.Round(step * Step, 2);
            var at = RiskCoverage.At(positives, threshold);
            double answered = RiskCoverage.At(negatives, threshold).Coverage;
            if (answered <= toleratedNegatives && at.Answered > 0)
                return new(threshold, answered, at);
        }
        return null;
    }
}
