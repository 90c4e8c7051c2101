using System.Globalization;

namespace Fingerspell.App.Predicting;

/// <summary>Which rows of a CSV file are meant, written as <c>1-10,12</c>; rows are counted from 1.</summary>
/// <param name="Ranges">First and last row of each range, in the order given.</param>
sealed record RowRanges(IReadOnlyList<(int First, int Last)> Ranges)
{
    /// <summary>The ranges of a text, or null where it is none.</summary>
    public static RowRanges? Parse(string text)
    {
        var ranges = new List<(int, int)>();
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Split('-');
            if (ends.Length > 2 || !IsRow(ends[0], out int first) || !IsRow(ends[^1], out int last) || last < first)
                return null;
            ranges.Add((first, last));
        }
        return new RowRanges(ranges);
    }

    /// <summary>The rows meant in a file of <paramref name="count"/>, and for each range beyond its end the first row missing.</summary>
    public IEnumerable<int> Of(int count) => Ranges.SelectMany(range =>
        Enumerable.Range(range.First, Math.Max(1, Math.Min(range.Last, count + 1) - range.First + 1)));

    static bool IsRow(string text, out int row) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out row) && row >= 1;
}
