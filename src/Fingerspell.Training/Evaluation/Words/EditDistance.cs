namespace Fingerspell.Training.Evaluation.Words;

/// <summary>
/// Levenshtein's distance: how many characters must be put in, taken out or replaced to make one text of another
/// (V. I. Levenshtein, 1966).
/// </summary>
public static class EditDistance
{
    /// <summary>The distance, 0 for equal texts and at most the length of the longer one.</summary>
    public static int Between(string first, string second)
    {
        int[] row = [.. Enumerable.Range(0, second.Length + 1)];
        for (int i = 1; i <= first.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= second.Length; j++)
            {
                int replaced = diagonal + (first[i - 1] == second[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
