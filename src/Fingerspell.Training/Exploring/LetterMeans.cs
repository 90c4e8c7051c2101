using Fingerspell.Training.Data;

namespace Fingerspell.Training.Exploring;

/// <summary>The mean picture of each letter.</summary>
public static class LetterMeans
{
    /// <summary>For each letter that has rows, in alphabetical order, the 784 means of its pixels, rounded to whole grey values.</summary>
    public static IReadOnlyList<(char Letter, int Rows, byte[] Mean)> Of(DatasetSplit split)
    {
        var sums = new long[Alphabet.LabelCount, DatasetSplit.PixelsPerRow];
        for (int row = 0; row < split.Count; row++)
        {
            var pixels = split.PixelsOf(row).Span;
            for (int i = 0; i < pixels.Length; i++)
                sums[split.Labels[row], i] += pixels[i];
        }
        return
        [
            .. split.LetterCounts().Where(count => count.Rows > 0).Select(count => (count.Letter, count.Rows, Mean(count.Letter, count.Rows))),
        ];

        byte[] Mean(char letter, int rows) =>
        [
            .. Enumerable.Range(0, DatasetSplit.PixelsPerRow)
                .Select(i => (byte)Math.Round((double)sums[Alphabet.LabelOf(letter), i] / rows)),
        ];
    }
}
