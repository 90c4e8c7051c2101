namespace Fingerspell.Training.Evaluation;

/// <summary>
/// Precision, recall, F1 and support of each label and their averages: scikit-learn's <c>classification_report</c>,
/// to the last bit of every number. <see cref="ClassificationReportText"/> prints it.
/// </summary>
/// <param name="Labels">The labels reported, in order.</param>
/// <param name="Scores">The scores of each of them.</param>
/// <param name="Micro">The scores of all counts together; where the labels are all that occur, each is the accuracy.</param>
/// <param name="MicroIsAccuracy">Whether the labels are all that occur among the rows.</param>
/// <param name="Macro">The mean over labels, each counting once.</param>
/// <param name="Weighted">The mean over labels, each counting by its support.</param>
/// <param name="NothingRight">Whether not one row is read rightly; scikit-learn then shows support with a decimal.</param>
/// <param name="Warnings">What scikit-learn warns of: labels whose precision or recall is 0/0 and set to 0.</param>
/// <remarks><see href="https://scikit-learn.org/1.2/modules/generated/sklearn.metrics.classification_report.html"/></remarks>
public sealed record ClassificationReport(
    IReadOnlyList<byte> Labels,
    IReadOnlyList<ClassScore> Scores,
    ClassScore Micro,
    bool MicroIsAccuracy,
    ClassScore Macro,
    ClassScore Weighted,
    bool NothingRight,
    IReadOnlyList<string> Warnings)
{
    /// <summary>The report on predictions.</summary>
    /// <param name="predictions">One row or more.</param>
    public static ClassificationReport Of(Predictions predictions) => Of(predictions.Labels, predictions.Predicted);

    /// <summary>The report on true and predicted labels.</summary>
    /// <param name="truth">The true label of each row, one or more.</param>
    /// <param name="predicted">The predicted label of each row.</param>
    /// <param name="labels">The labels to report on, in order; null for all that occur.</param>
    /// <exception cref="FingerspellException">No rows, or lengths that differ, or no labels, or one named twice.</exception>
    public static ClassificationReport Of(byte[] truth, byte[] predicted, IReadOnlyList<byte>? labels = null)
    {
        LabelNames.RequirePairs(truth, predicted);
        var occurring = LabelNames.Among(truth, predicted);
        labels ??= occurring;
        LabelNames.RequireDistinct(labels);

        int[] right = new int[256], read = new int[256], support = new int[256];
        for (int row = 0; row < truth.Length; row++)
        {
            support[truth[row]]++;
            read[predicted[row]]++;
            right[truth[row]] += truth[row] == predicted[row] ? 1 : 0;
        }
        ClassScore[] scores = [.. labels.Select(l => ClassScore.Of(right[l], read[l], support[l]))];
        var micro = ClassScore.Of(labels.Sum(l => right[l]), labels.Sum(l => read[l]), labels.Sum(l => support[l]));
        return new(
            labels,
            scores,
            micro,
            occurring.ToHashSet().SetEquals(labels),
            Average(scores, _ => 1, micro.Support),
            Average(scores, score => score.Support, micro.Support),
            right.Sum() == 0,
            [.. Warn(labels, read, "Precision", "predicted"), .. Warn(labels, support, "Recall", "true")]);
    }

    static ClassScore Average(ClassScore[] scores, Func<ClassScore, double> weight, int support)
    {
        double total = scores.Sum(weight);
        return total == 0
            ? new(0, 0, 0, support)
            : new(Mean(score => score.Precision), Mean(score => score.Recall), Mean(score => score.F1), support);

        double Mean(Func<ClassScore, double> of) =>
            PairwiseSum.Of([.. scores.Select(score => of(score) * weight(score))]) / total;
    }

    /// <summary>The warnings, in scikit-learn's words, for one ratio: by label, and in the micro average.</summary>
    static IEnumerable<string> Warn(IReadOnlyList<byte> labels, int[] denominator, string ratio, string kind)
    {
        const string Remedy = "Use `zero_division` parameter to control this behavior.";
        string start = $"{ratio} and F-score are ill-defined and being set to 0.0";
        if (labels.Count > 1 && labels.Any(label => denominator[label] == 0))
            yield return $"{start} in labels with no {kind} samples. {Remedy}";
        if (labels.All(label => denominator[label] == 0))
            yield return $"{start} due to no {kind} samples. {Remedy}";
    }
}
