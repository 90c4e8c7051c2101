using Fingerspell.Letters;

namespace Fingerspell.Training.Evaluation;

/// <summary>What the whole reading road made of a picture, before temperature, odds of a sign and threshold.</summary>
/// <param name="Label">The true label, or null for a picture without a signing hand.</param>
/// <param name="Found">How sure the hand finder is of the place that was read, 0–1; 0 where it found none.</param>
/// <param name="LogProbabilities">
/// Where it found one: the natural logarithm of each dataset label's probability at temperature 1, 25 numbers; that of J is −∞, since it is never answered.
/// </param>
public sealed record WholePicture(byte? Label, double Found, float[] LogProbabilities)
{
    /// <summary>Below the smallest probability that a single can hold.</summary>
    const float Least = 1e-38f;

    /// <summary>What was read of a picture.</summary>
    /// <param name="label">See <see cref="Label"/>.</param>
    /// <param name="reading">What a recogniser read whose letter model has temperature 1 and no odds of a sign.</param>
    public static WholePicture Of(byte? label, Reading reading)
    {
        double found = reading.Candidates.Sum(candidate => (double)candidate.Confidence);
        float[] logs = new float[Alphabet.LabelCount];
        Array.Fill(logs, float.NegativeInfinity);
        foreach (var candidate in reading.Candidates)
            logs[Alphabet.LabelOf(candidate.Letter)] = (float)Math.Log(Math.Max(candidate.Confidence / found, Least));
        return new(label, found, logs);
    }

    /// <summary>See <see cref="SignOdds.UnevennessOf"/>.</summary>
    public double Unevenness => SignOdds.UnevennessOf(LogProbabilities);

    /// <summary>What is thought of the picture with a temperature and odds.</summary>
    public Guess At(double temperature, SignOdds odds)
    {
        double signs = Found > 0 ? odds.Probability(Unevenness, Found) : 0;
        if (signs < SignOdds.Even)
            return new(Label, null, 0);
        float[] probabilities = [.. LogProbabilities];
        Softmax.Apply(probabilities, temperature);
        float most = probabilities.Max();
        return new(Label, (byte)Array.IndexOf(probabilities, most), (float)(signs * most));
    }
}
