using Fingerspell.Letters;
using Fingerspell.Training.Data;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using Fingerspell.Training.Tasks;

namespace Fingerspell.Training.Export;

/// <summary>How far a model file is from the network it was exported from.</summary>
/// <param name="Rows">Rows compared.</param>
/// <param name="DifferentLetters">Rows for which the two name another letter.</param>
/// <param name="LargestDifference">The largest difference between two logits.</param>
public sealed record Parity(int Rows, int DifferentLetters, double LargestDifference)
{
    /// <summary>The largest difference between logits that rounding explains.</summary>
    public const double Tolerance = 1e-4;

    /// <summary>Whether every letter is the same and every logit within <see cref="Tolerance"/>.</summary>
    public bool Holds => DifferentLetters == 0 && LargestDifference <= Tolerance;

    /// <summary>Compares the two on all rows of a split.</summary>
    /// <param name="network">The network.</param>
    /// <param name="model">What was exported from it.</param>
    /// <param name="split">The rows.</param>
    public static Parity Of(Network network, LetterModel model, DatasetSplit split)
    {
        float[] ours = Predictor.Logits(network, split, model.Metadata.Views), theirs = model.Logits(LetterCrops.RowsOf(split, network.Side));
        double largest = 0;
        int different = 0;
        for (int row = 0; row < split.Count; row++)
        {
            var a = Row(ours, row);
            var b = Row(theirs, row);
            if (Largest(a) != Largest(b))
                different++;
            for (int i = 0; i < a.Length; i++)
                largest = Math.Max(largest, Math.Abs(a[i] - b[i]));     // NaN stays NaN, and holds nothing
        }
        return new Parity(split.Count, different, largest);
    }

    static ReadOnlySpan<float> Row(float[] logits, int row) => logits.AsSpan(row * Alphabet.LabelCount, Alphabet.LabelCount);

    static int Largest(ReadOnlySpan<float> logits) => System.Numerics.Tensors.TensorPrimitives.IndexOfMax(logits);
}
