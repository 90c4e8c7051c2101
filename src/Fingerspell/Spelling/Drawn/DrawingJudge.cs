namespace Fingerspell.Spelling.Drawn;

/// <summary>
/// Says how surely a motion is a letter: logistic regression on its measures and their squares, each counted from the mean of
/// the letter in its standard deviations and kept within <see cref="Farthest"/>.
/// </summary>
/// <param name="Mean">The mean of each measure where the letter was drawn.</param>
/// <param name="Deviation">Its standard deviation there, over 0.</param>
/// <param name="Linear">What each measure counts.</param>
/// <param name="Square">What its square counts.</param>
/// <param name="Bias">What is counted always; below 0 altogether, the motion is no letter.</param>
sealed record DrawingJudge(double[] Mean, double[] Deviation, double[] Linear, double[] Square, double Bias)
{
    /// <summary>What is farther from the mean, in standard deviations, counts as no farther.</summary>
    public const double Farthest = 4;

    /// <summary>The logarithm of the odds that it is the letter, less those from which on it is taken for it.</summary>
    public double Score(double[] measures)
    {
        double score = Bias;
        for (int i = 0; i < Mean.Length; i++)
        {
            double x = Math.Clamp((measures[i] - Mean[i]) / Deviation[i], -Farthest, Farthest);
            score += Linear[i] * x + Square[i] * x * x;
        }
        return score;
    }
}
