using System.Globalization;

namespace Fingerspell.Letters;

/// <summary>
/// How probable it is that a place of a picture shows a hand that signs a letter, whichever: logistic regression on how
/// sure the hand finder is and on how unevenly the letters are likely. Where two letters look alike neither is sure, but all
/// others are out of the question, and where there is no hand none is.
/// </summary>
/// <param name="Bias">The log odds of a place that the finder is sure of, and where all letters are equally likely.</param>
/// <param name="Unevenness">What each nat of <see cref="UnevennessOf"/> adds to them.</param>
/// <param name="Finder">What the natural logarithm of the finder's probability counts in them.</param>
public sealed record SignOdds(double Bias, double Unevenness, double Finder)
{
    /// <summary>What stands in the place of the numbers where a model does not tell.</summary>
    public const string None = "none";

    /// <summary>A hand signs where it is as probable as this, or more: as likely as not.</summary>
    public const double Even = 0.5;

    const char Separator = ',';

    /// <summary>The probability that there is a signing hand, 0–1.</summary>
    /// <param name="unevenness">See <see cref="UnevennessOf"/>.</param>
    /// <param name="found">How probable the finder thinks a hand there, 0–1.</param>
    public double Probability(double unevenness, double found) => 1 / (1 + Math.Exp(-LogOdds(unevenness, found)));

    /// <summary>Its log odds, of which a probability next to 0 or 1 would keep nothing.</summary>
    /// <param name="unevenness">See <see cref="UnevennessOf"/>.</param>
    /// <param name="found">How probable the finder thinks a hand there, 0–1.</param>
    internal double LogOdds(double unevenness, double found) => Bias + Unevenness * unevenness + (Finder == 0 ? 0 : Finder * Math.Log(found));

    /// <summary>
    /// How far a network is from thinking all 24 letters equally likely: the Kullback-Leibler divergence of softmax(logits) from
    /// even odds, in nats, 0 or more. A network that learned to be undecided where there is no hand is near 0 there
    /// (Hendrycks et al. 2019, "Deep Anomaly Detection with Outlier Exposure").
    /// </summary>
    /// <param name="logits">One for each dataset label, not yet divided by a temperature; that of J does not count.</param>
    public static double UnevennessOf(ReadOnlySpan<float> logits)
    {
        double largest = double.NegativeInfinity, sum = 0, powers = 0;
        int letters = 0;
        for (int label = 0; label < logits.Length; label++)
        {
            if (Alphabet.IsStatic(label))
                largest = Math.Max(largest, logits[label]);
        }
        for (int label = 0; label < logits.Length; label++)
        {
            if (!Alphabet.IsStatic(label))
                continue;
            letters++;
            sum += logits[label] - largest;
            powers += Math.Exp(logits[label] - largest);
        }
        // Rounding must not make it less than nothing.
        return Math.Max(0, Math.Log(powers / letters) - sum / letters);
    }

    /// <summary>The three numbers, as a model file has them.</summary>
    public override string ToString() =>
        string.Join(Separator, new[] { Bias, Unevenness, Finder }.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>Reads what <see cref="ToString"/> writes, or <see cref="None"/>.</summary>
    /// <param name="text">Three finite numbers with commas between: bias, unevenness, finder.</param>
    /// <param name="odds">The odds, or null for none.</param>
    /// <returns>Whether the text is either.</returns>
    public static bool TryParse(string text, out SignOdds? odds)
    {
        double[] numbers = [.. text.Split(Separator)
            .Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN)];
        odds = numbers is [var bias, var unevenness, var finder] && numbers.All(double.IsFinite) ? new(bias, unevenness, finder) : null;
        return odds is not null || text == None;
    }
}
