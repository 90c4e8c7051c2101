namespace Fingerspell.Training.Evaluation;

/// <summary>One letter taken for another.</summary>
/// <param name="Label">The true label.</param>
/// <param name="Read">The label it was taken for; <see cref="LabelNames.NoLetter"/> where no letter was named.</param>
/// <param name="Rows">The 0-based rows where that happened, the surest first; one or more.</param>
/// <param name="Support">All rows of the true label.</param>
public sealed record Confusion(byte Label, byte Read, IReadOnlyList<int> Rows, int Support)
{
    /// <summary>How often it happened.</summary>
    public int Count => Rows.Count;

    /// <summary>The share of the true label's rows where it happened, 0–1.</summary>
    public double Rate => (double)Count / Support;

    /// <summary>All confusions, the most frequent first, equals in order of their labels; none where nothing was misread.</summary>
    /// <param name="predictions">One row or more.</param>
    public static IReadOnlyList<Confusion> Of(Predictions predictions) =>
        Of(predictions.Labels, predictions.Predicted, predictions.Confidence);

    /// <summary>All confusions between true labels and those read, in the same order.</summary>
    /// <param name="truth">The true label of each row.</param>
    /// <param name="read">The label read in each row.</param>
    /// <param name="confidence">How sure a 0-based row was read.</param>
    public static IReadOnlyList<Confusion> Of(byte[] truth, byte[] read, Func<int, float> confidence)
    {
        var support = truth.CountBy(label => label).ToDictionary();
        return
        [
            .. Enumerable.Range(0, truth.Length)
                .Where(row => truth[row] != read[row])
                .GroupBy(row => (True: truth[row], Read: read[row]))
                .Select(pair => new Confusion(
                    pair.Key.True,
                    pair.Key.Read,
                    [.. pair.OrderByDescending(confidence)],
                    support[pair.Key.True]))
                .OrderByDescending(pair => pair.Count).ThenBy(pair => pair.Label).ThenBy(pair => pair.Read),
        ];
    }
}
