namespace Fingerspell.Training.Evaluation.Words;

/// <summary>A word that was spelled, and what was read.</summary>
/// <param name="Word">The word.</param>
/// <param name="Text">What was typed, without spaces around it.</param>
/// <param name="Suggestions">The words that were suggested after it, the likeliest first.</param>
public sealed record SpelledWord(string Word, string Text, IReadOnlyList<string> Suggestions)
{
    /// <summary>Characters to change until the text is the word.</summary>
    public int Errors => EditDistance.Between(Text, Word);

    /// <summary>The same for a signer who accepts the first suggestion where it is the word.</summary>
    public int ErrorsAccepted => Suggestions is [var first, ..] && first == Word ? 0 : Errors;

    /// <summary>Whether the text is the word, or one of the suggestions is.</summary>
    public bool IsOffered => Errors == 0 || Suggestions.Contains(Word);

    /// <summary>The character error rate: errors over the word's length. May exceed 1 where more was typed than meant.</summary>
    public double ErrorRate => (double)Errors / Word.Length;

    /// <summary>The same for a signer who accepts the first suggestion where it is the word.</summary>
    public double ErrorRateAccepted => (double)ErrorsAccepted / Word.Length;
}
