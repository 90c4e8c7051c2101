namespace Fingerspell.Training.Data;

/// <summary>Counts the rows of each letter.</summary>
public static class LetterCounting
{
    /// <summary>The 24 letters in alphabetical order, each with the number of its rows, 0 or more.</summary>
    public static IReadOnlyList<(char Letter, int Rows)> LetterCounts(this DatasetSplit split)
    {
        var rows = new int[Alphabet.LabelCount];
        foreach (byte label in split.Labels)
            rows[label]++;
        return [.. Alphabet.StaticLetters.Select(letter => (letter, rows[Alphabet.LabelOf(letter)]))];
    }
}
