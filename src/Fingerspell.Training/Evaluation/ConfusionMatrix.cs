using System.Text;

namespace Fingerspell.Training.Evaluation;

/// <summary>How often each label was read as each: a row a true label, a column a predicted one.</summary>
public sealed class ConfusionMatrix
{
    readonly int[,] counts;

    ConfusionMatrix(IReadOnlyList<byte> labels, int[,] counts) => (Labels, this.counts) = (labels, counts);

    /// <summary>The labels of rows and columns, in order.</summary>
    public IReadOnlyList<byte> Labels { get; }

    /// <summary>Labels a side.</summary>
    public int Size => Labels.Count;

    /// <summary>Rows of the label at place <paramref name="truth"/> that were read as that at <paramref name="predicted"/>.</summary>
    public int this[int truth, int predicted] => counts[truth, predicted];

    /// <summary>The matrix of predictions, over all labels that occur.</summary>
    /// <param name="predictions">One row or more.</param>
    public static ConfusionMatrix Of(Predictions predictions) => Of(predictions.Labels, predictions.Predicted);

    /// <summary>The matrix of true and predicted labels.</summary>
    /// <param name="truth">The true label of each row, one or more.</param>
    /// <param name="predicted">The predicted label of each row.</param>
    /// <param name="labels">
    /// The labels of rows and columns, in order; rows with another are left out, as scikit-learn does. Null for all that occur.
    /// </param>
    /// <exception cref="FingerspellException">No rows, or lengths that differ, or no labels, or one named twice.</exception>
    public static ConfusionMatrix Of(byte[] truth, byte[] predicted, IReadOnlyList<byte>? labels = null)
    {
        LabelNames.RequirePairs(truth, predicted);
        labels ??= LabelNames.Among(truth, predicted);
        LabelNames.RequireDistinct(labels);
        var place = labels.Index().ToDictionary(label => label.Item, label => label.Index);
        var counts = new int[labels.Count, labels.Count];
        for (int row = 0; row < truth.Length; row++)
        {
            if (place.TryGetValue(truth[row], out int t) && place.TryGetValue(predicted[row], out int p))
                counts[t, p]++;
        }
        return new(labels, counts);
    }

    /// <summary>The share of a true label's rows that were read as each label, 0–1; a label without rows has zeros.</summary>
    public double[,] Normalised()
    {
        var shares = new double[Size, Size];
        for (int t = 0; t < Size; t++)
        {
            int sum = Enumerable.Range(0, Size).Sum(p => counts[t, p]);
            for (int p = 0; p < Size; p++)
                shares[t, p] = sum == 0 ? 0 : (double)counts[t, p] / sum;
        }
        return shares;
    }

    /// <summary>The counts as CSV without a header, as <c>numpy.savetxt(fmt="%d", delimiter=",")</c> writes them.</summary>
    public string ToCsv()
    {
        var csv = new StringBuilder();
        for (int t = 0; t < Size; t++)
            csv.AppendJoin(',', Row(t)).Append('\n');
        return csv.ToString();
    }

    IEnumerable<int> Row(int truth) => Enumerable.Range(0, Size).Select(p => counts[truth, p]);
}
