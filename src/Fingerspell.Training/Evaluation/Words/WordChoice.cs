namespace Fingerspell.Training.Evaluation.Words;

/// <summary>Chooses the words that a set of photographs is to spell: by its letters alone, so that sets with the same letters spell the same words.</summary>
public static class WordChoice
{
    /// <summary>Rarer words are not chosen.</summary>
    const int MostFrequent = 5000;

    const int Shortest = 5, Longest = 8;

    /// <summary>
    /// Words that show as many different letters as possible, of the more frequent ones where several show as many. The
    /// last one has a letter twice in a row, the others have not; where no word is like that, any is taken.
    /// </summary>
    /// <param name="byFrequency">The words to choose from, the most frequent first.</param>
    /// <param name="letters">The letters that can be shown.</param>
    /// <param name="count">How many words; fewer come where there are not as many.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> byFrequency, IReadOnlySet<char> letters, int count)
    {
        List<string> left =
        [
            .. byFrequency.Take(MostFrequent).Where(word => word.Length is >= Shortest and <= Longest && word.All(letters.Contains)),
        ];
        List<string> chosen = [];
        HashSet<char> shown = [];
        while (chosen.Count < count && left.Count > 0)
        {
            bool doubled = chosen.Count == count - 1;
            var fitting = left.Where(word => HasDouble(word) == doubled).DefaultIfEmpty(left[0]);
            string best = fitting.MaxBy(word => word.Except(shown).Count())!;
            left.Remove(best);
            chosen.Add(best);
            shown.UnionWith(best);
        }
        return chosen;
    }

    static bool HasDouble(string word) => word.Zip(word.Skip(1)).Any(pair => pair.First == pair.Second);
}
