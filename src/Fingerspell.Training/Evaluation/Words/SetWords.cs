namespace Fingerspell.Training.Evaluation.Words;

/// <summary>The words spelled with a set's photographs.</summary>
/// <param name="Name">The set's name.</param>
/// <param name="Words">The words, one or more.</param>
public sealed record SetWords(string Name, IReadOnlyList<SpelledWord> Words)
{
    /// <summary>The set's character error rate: all errors over all letters.</summary>
    public double ErrorRate => Rate(word => word.Errors);

    /// <summary>The same where the first suggestion is accepted when it is the word.</summary>
    public double ErrorRateAccepted => Rate(word => word.ErrorsAccepted);

    double Rate(Func<SpelledWord, int> errors) => (double)Words.Sum(errors) / Words.Sum(word => word.Word.Length);
}
