using System.Text;

namespace Fingerspell.Training.Evaluation;

/// <summary>Prints a summary of outcomes for a person.</summary>
public static class OutcomeSummaryText
{
    const int WorstConfusions = 15;

    /// <summary>Accuracy, answers, a line a letter, a line a signer where known, and the most frequent confusions.</summary>
    /// <param name="summary">The summary.</param>
    public static string ToText(this OutcomeSummary summary)
    {
        var text = new StringBuilder(SignerTable.Format(Rows(summary.PerLetter), "letter")).Append('\n');
        if (summary.PerSigner is { } signers)
            text.Append(SignerTable.Format(Rows(signers))).Append('\n');

        if (summary.Confusions.Count > 0)
            text.Append("Misread most often     count  share of the true letter\n");
        foreach (var (letter, read, count, rate) in summary.Confusions.Take(WorstConfusions))
            text.Append($"{letter} read as {(read is { } r ? $"{r}" : "no letter"),-11}  {count,5}  {Percentage.Of(rate)}\n");
        if (summary.Confusions.Count > WorstConfusions)
            text.Append($"and {summary.Confusions.Count - WorstConfusions} other confusions\n");

        var accuracy = summary.Proportion;
        var (low, high) = accuracy.Interval;
        text.Append($"\nAccuracy           {Percentage.Of(accuracy.Value)} ({accuracy.Correct} of {accuracy.Total}), ");
        text.Append($"95 % interval {Percentage.Of(low)} – {Percentage.Of(high)} (Wilson); no answer counts as wrong\n");
        return text.Append(Answers(summary)).ToString();
    }

    /// <summary>One line: how many were answered, and how many of these rightly.</summary>
    /// <param name="summary">The summary.</param>
    public static string Answers(OutcomeSummary summary)
    {
        string answered = $"Answered           {summary.Answered} of {summary.Photos}";
        return summary.AccuracyWhenAnswered is { } share ? $"{answered}, {Percentage.Of(share)} of them rightly\n" : answered + "\n";
    }

    static IReadOnlyList<SignerAccuracy> Rows(IReadOnlyDictionary<string, OutcomeCount> counts) =>
        [.. counts.Select(pair => new SignerAccuracy(pair.Key, new(pair.Value.Correct, pair.Value.Photos)))];
}
