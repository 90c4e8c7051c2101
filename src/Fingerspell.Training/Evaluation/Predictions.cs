using Fingerspell.Letters;
using Fingerspell.Training.Data;

namespace Fingerspell.Training.Evaluation;

/// <summary>
/// What a network said of each row beside what is true: all that evaluation needs, whatever computed it.
/// </summary>
public sealed class Predictions
{
    /// <summary>Probabilities a row: the labels 0–24.</summary>
    public const int Width = Alphabet.LabelCount;

    readonly float[] probabilities;

    /// <summary>Predictions for as many rows as there are labels.</summary>
    /// <param name="labels">The true label of each row, 0–24.</param>
    /// <param name="probabilities">
    /// A probability for each of the 25 labels, row after row (n×25), each 0–1 and at most 1 in sum; kept, not copied.
    /// </param>
    /// <param name="sources">Signer and photograph of each row, or null where unknown.</param>
    /// <exception cref="FingerspellException">No rows, lengths that do not belong together, or a value out of range.</exception>
    public Predictions(byte[] labels, float[] probabilities, IReadOnlyList<RowSource>? sources = null)
    {
        if (labels.Length == 0)
            throw new FingerspellException("nothing to evaluate: there are no rows; give a file with at least one");
        if (probabilities.Length != labels.Length * Width)
            throw new FingerspellException(
                $"{labels.Length} labels need {labels.Length * Width} probabilities ({Width} a row), not {probabilities.Length}; "
                + "predict the very rows that the labels belong to");
        if (sources is not null && sources.Count != labels.Length)
            throw new FingerspellException(
                $"{labels.Length} labels have as many sources, not {sources.Count}; sources.csv belongs to another file");
        int wrong = Array.FindIndex(labels, label => label >= Width);
        if (wrong >= 0)
            throw new FingerspellException($"row {wrong + 1} has label {labels[wrong]}; labels go from 0 to {Width - 1}");
        // Not the sum, which rounding moves: a value that is no probability (NaN from a broken network) is what matters.
        wrong = Array.FindIndex(probabilities, p => !(p >= 0 && p <= 1.0001f));
        if (wrong >= 0)
            throw new FingerspellException(
                $"row {wrong / Width + 1} has {probabilities[wrong]} as probability of label {wrong % Width}; "
                + "it must be from 0 to 1, so the network is broken or its output is not softmaxed");

        Labels = labels;
        this.probabilities = probabilities;
        Sources = sources;
        Predicted = new byte[labels.Length];
        for (int row = 0; row < labels.Length; row++)
            Predicted[row] = ArgMax(Of(row));
    }

    /// <summary>Number of rows, 1 or more.</summary>
    public int Count => Labels.Length;

    /// <summary>The true label of each row, 0–24.</summary>
    public byte[] Labels { get; }

    /// <summary>The most probable label of each row, the lower one of equals.</summary>
    public byte[] Predicted { get; }

    /// <summary>Signer and photograph of each row, or null where unknown.</summary>
    public IReadOnlyList<RowSource>? Sources { get; }

    /// <summary>Rows read rightly.</summary>
    public int Correct => Enumerable.Range(0, Count).Count(IsRight);

    /// <summary>Share of the rows read rightly, 0–1.</summary>
    public double Accuracy => (double)Correct / Count;

    /// <summary>The 25 probabilities of a row.</summary>
    /// <param name="row">0-based row.</param>
    public ReadOnlySpan<float> Of(int row) => probabilities.AsSpan(row * Width, Width);

    /// <summary>The probability of the predicted label, 0–1.</summary>
    /// <param name="row">0-based row.</param>
    public float Confidence(int row) => Of(row)[Predicted[row]];

    /// <summary>
    /// Whether a hand is as likely to sign as not. All probabilities of a row together are as much as that one signs, so that without
    /// odds of a sign, where they add up to 1, every row shows one.
    /// </summary>
    /// <param name="row">0-based row.</param>
    public bool ShowsSign(int row)
    {
        double sum = 0;
        foreach (float probability in Of(row))
            sum += probability;
        return sum >= SignOdds.Even;
    }

    /// <summary>Whether a row is read rightly.</summary>
    /// <param name="row">0-based row.</param>
    public bool IsRight(int row) => Predicted[row] == Labels[row];

    static byte ArgMax(ReadOnlySpan<float> values)
    {
        int best = 0;
        for (int i = 1; i < values.Length; i++)
        {
            if (values[i] > values[best])
                best = i;
        }
        return (byte)best;
    }
}
