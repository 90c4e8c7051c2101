namespace Fingerspell.Training.Evaluation;

/// <summary>What a report calls its labels.</summary>
public static class LabelNames
{
    /// <summary>The label that stands for no letter; it comes after all others.</summary>
    public const byte NoLetter = 255;

    /// <summary>"A" for label 0 to "Z" for 25, and "none" for <see cref="NoLetter"/>.</summary>
    /// <param name="labels">Labels, each 0–25 or <see cref="NoLetter"/>.</param>
    /// <exception cref="FingerspellException">A label that is no letter.</exception>
    public static IReadOnlyList<string> Letters(IReadOnlyList<byte> labels) =>
        [.. labels.Select(label => label switch
        {
            <= 25 => $"{Alphabet.LetterOf(label)}",
            NoLetter => "none",
            _ => throw new FingerspellException($"label {label} has no letter: letters are 0 (A) to 25 (Z); name labels by numbers"),
        })];

    /// <summary>The labels themselves, "0" to "255".</summary>
    /// <param name="labels">Any labels.</param>
    public static IReadOnlyList<string> Numbers(IReadOnlyList<byte> labels) => [.. labels.Select(label => $"{label}")];

    /// <summary>The labels that occur among true or predicted ones, in order.</summary>
    /// <param name="truth">The true label of each row.</param>
    /// <param name="predicted">The predicted label of each row.</param>
    public static IReadOnlyList<byte> Among(byte[] truth, byte[] predicted) => [.. truth.Union(predicted).Order()];

    /// <summary>Refuses rows that do not belong together.</summary>
    internal static void RequirePairs(byte[] truth, byte[] predicted)
    {
        if (truth.Length != predicted.Length)
            throw new FingerspellException(
                $"{truth.Length} true labels cannot be compared with {predicted.Length} predicted ones; predict each row once");
        if (truth.Length == 0)
            throw new FingerspellException("nothing to evaluate: there are no rows; give a file with at least one");
    }

    /// <summary>Refuses a choice of labels that names none, or one twice.</summary>
    internal static void RequireDistinct(IReadOnlyList<byte> labels)
    {
        if (labels.Count == 0 || labels.Distinct().Count() != labels.Count)
            throw new FingerspellException($"choose one label or more, each once, not [{string.Join(", ", labels)}]");
    }

    /// <summary>Refuses names that do not fit the labels.</summary>
    internal static IReadOnlyList<string> RequireFor(IReadOnlyList<byte> labels, IReadOnlyList<string>? names)
    {
        if (names is not null && names.Count != labels.Count)
            throw new FingerspellException(
                $"{labels.Count} labels need {labels.Count} names, not {names.Count}; the labels are {string.Join(", ", labels)}");
        return names ?? Numbers(labels);
    }
}
