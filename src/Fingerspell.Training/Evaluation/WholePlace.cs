using Fingerspell.Letters;

namespace Fingerspell.Training.Evaluation;

/// <summary>A place of a whole picture that may be the hand, as the hand finder and the letter network see it, before temperature and odds of a sign.</summary>
/// <param name="Found">How sure the hand finder is of it, 0–1.</param>
/// <param name="Logits">What the letter network says of each dataset label, 25 numbers; that of J does not count.</param>
/// <param name="Overlap">How much its box and the hand's are the same (intersection over union), 0–1; 0 where there is no hand.</param>
public sealed record WholePlace(double Found, float[] Logits, double Overlap)
{
    /// <summary>See <see cref="SignOdds.UnevennessOf"/>.</summary>
    public double Unevenness { get; } = SignOdds.UnevennessOf(Logits);

    /// <summary>What is thought of the place with a temperature and odds: how likely a hand signs there, the likeliest label, and its share of all letters, 0–1 each.</summary>
    internal (double Signs, byte Best, double Share) At(double temperature, SignOdds odds)
    {
        float[] probabilities = [.. Logits];
        Softmax.ApplyToLetters(probabilities, temperature);
        float most = probabilities.Max();
        return (odds.Probability(Unevenness, Found), (byte)Array.IndexOf(probabilities, most), most);
    }
}
