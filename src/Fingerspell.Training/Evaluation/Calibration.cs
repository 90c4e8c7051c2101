namespace Fingerspell.Training.Evaluation;

/// <summary>Whether confidence is honest: rows read at 90 % should be right nine times in ten.</summary>
/// <param name="Bins">The bins of equal width over confidence 0–1, from low to high.</param>
/// <param name="Error">
/// Expected calibration error, 0–1: the mean over all rows of how far accuracy and mean confidence of their bin lie apart.
/// </param>
/// <remarks>
/// C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, "On calibration of modern neural networks", ICML 2017
/// (<see href="https://arxiv.org/abs/1706.04599"/>), equation 3: bin m holds the rows with confidence in
/// ((m − 1)/M, m/M], M = 15.
/// </remarks>
public sealed record Calibration(IReadOnlyList<CalibrationBin> Bins, double Error)
{
    /// <summary>Bins the paper uses, and we.</summary>
    public const int BinCount = 15;

    /// <summary>The calibration of predictions.</summary>
    /// <param name="predictions">One row or more; one in which no hand is likely to sign does not count.</param>
    /// <returns>The calibration, or null where no row counts.</returns>
    public static Calibration? Of(Predictions predictions) => Of(Guess.Of(predictions));

    /// <summary>The calibration of guesses.</summary>
    /// <param name="guesses">What was thought of each picture; one without a letter has no confidence and does not count.</param>
    /// <returns>The calibration, or null where no letter was thought of.</returns>
    public static Calibration? Of(IReadOnlyList<Guess> guesses)
    {
        var count = new int[BinCount];
        var right = new int[BinCount];
        var confidence = new double[BinCount];
        int rows = 0;
        foreach (var guess in guesses.Where(guess => guess.Best is not null))
        {
            double sure = guess.Confidence;
            int bin = Math.Clamp((int)Math.Ceiling(sure * BinCount) - 1, 0, BinCount - 1);
            count[bin]++;
            confidence[bin] += sure;
            right[bin] += guess.IsRight ? 1 : 0;
            rows++;
        }
        if (rows == 0)
            return null;
        var bins = Enumerable.Range(0, BinCount)
            .Select(b => new CalibrationBin((double)b / BinCount, (b + 1.0) / BinCount, count[b],
                count[b] == 0 ? 0 : Math.Min(1, confidence[b] / count[b]), count[b] == 0 ? 0 : (double)right[b] / count[b]))
            .ToList();
        return new(bins, bins.Sum(b => b.Count * Math.Abs(b.Accuracy - b.Confidence)) / rows);
    }
}
