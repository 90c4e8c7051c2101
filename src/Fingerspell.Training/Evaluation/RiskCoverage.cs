namespace Fingerspell.Training.Evaluation;

/// <summary>What a threshold comes to: how many pictures are answered at it, and how many of these rightly.</summary>
/// <param name="Threshold">The least confidence, 0–1, for an answer.</param>
/// <param name="Photos">Pictures.</param>
/// <param name="Answered">Pictures for which a letter is named.</param>
/// <param name="Correct">Pictures for which the right letter is named.</param>
/// <remarks>
/// The risk–coverage curve of selective classification: R. El-Yaniv, Y. Wiener, "On the foundations of noise-free
/// selective classification", Journal of Machine Learning Research 11 (2010), 1605–1641; risk is 1 − accuracy when answered.
/// </remarks>
public sealed record RiskCoverage(double Threshold, int Photos, int Answered, int Correct)
{
    /// <summary>The thresholds that are reported.</summary>
    public static IReadOnlyList<double> Thresholds { get; } = [0, 0.3, 0.5, 0.7, 0.9];

    /// <summary>The share of the pictures that are answered, 0–1; 0 where there are none.</summary>
    public double Coverage => Photos == 0 ? 0 : (double)Answered / Photos;

    /// <summary>The right ones' share of the answered ones, 0–1, or null where none is answered.</summary>
    public double? AccuracyWhenAnswered => Answered == 0 ? null : (double)Correct / Answered;

    /// <summary>What one threshold comes to.</summary>
    /// <param name="guesses">What was thought of each picture.</param>
    /// <param name="threshold">The threshold, 0–1.</param>
    public static RiskCoverage At(IReadOnlyList<Guess> guesses, double threshold) => new(
        threshold, guesses.Count, guesses.Count(g => g.IsNamed(threshold)), guesses.Count(g => g.IsNamed(threshold) && g.IsRight));

    /// <summary>What each of <see cref="Thresholds"/> comes to.</summary>
    /// <param name="guesses">What was thought of each picture.</param>
    public static IReadOnlyList<RiskCoverage> Of(IReadOnlyList<Guess> guesses) => [.. Thresholds.Select(t => At(guesses, t))];
}
