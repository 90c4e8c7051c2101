namespace Fingerspell.Training.Evaluation;

/// <summary>A share that was counted, such as accuracy, and how sure the count makes it.</summary>
/// <param name="Correct">How many were right, 0 to <paramref name="Total"/>.</param>
/// <param name="Total">How many there were, 1 or more.</param>
public readonly record struct Proportion(int Correct, int Total)
{
    /// <summary>The share, 0–1.</summary>
    public double Value => (double)Correct / Total;

    /// <summary>
    /// The 95 % interval of the share, both ends 0–1 and <see cref="Value"/> between them: the score interval, which
    /// unlike value ± 1.96 standard errors stays sensible near 0 and 1.
    /// </summary>
    /// <remarks>
    /// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
    /// Statistical Association 22 (1927), 209–212. It takes the rows for independent; variants of one photograph are not,
    /// so for Sign Language MNIST it is narrower than the truth.
    /// </remarks>
    public (double Low, double High) Interval
    {
        get
        {
            const double z = 1.959963984540054; // the normal distribution's 97.5 % quantile
            double n = Total, p = Value;
            double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
            double half = z / (1 + z * z / n) * Math.Sqrt(p * (1 - p) / n + z * z / (4 * n * n));
            // Rounding must not push an end past the share itself where that is 0 or 1.
            return (Math.Clamp(centre - half, 0, p), Math.Clamp(centre + half, p, 1));
        }
    }
}
