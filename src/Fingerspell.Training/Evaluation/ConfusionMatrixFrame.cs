using System.Text;

namespace Fingerspell.Training.Evaluation;

/// <summary>Prints a confusion matrix with names, as pandas prints a <c>DataFrame</c>.</summary>
public static class ConfusionMatrixFrame
{
    /// <summary>The matrix with a name beside each row and above each column, without a line feed at the end.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="names">A name for each of its labels.</param>
    /// <param name="width">
    /// Characters a line may have, as pandas on a terminal of that width: columns in the middle make room for "...".
    /// Null prints all, like <c>to_string()</c>.
    /// </param>
    /// <exception cref="FingerspellException">Not one name a label.</exception>
    public static string ToFrame(this ConfusionMatrix matrix, IReadOnlyList<string> names, int? width = null)
    {
        LabelNames.RequireFor(matrix.Labels, names);
        int indexWidth = names.Max(name => name.Length);
        int[] widths = [.. names.Select((name, p) =>
            Math.Max(name.Length, Enumerable.Range(0, matrix.Size).Max(t => $"{matrix[t, p]}".Length)))];

        int shown = width is null ? matrix.Size : ColumnsThatFit(indexWidth, widths, width.Value);
        bool cut = shown < matrix.Size;
        int half = shown / 2;
        var text = new StringBuilder();
        Line("", p => names[p]);
        for (int t = 0; t < matrix.Size; t++)
            Line(names[t], p => $"{matrix[t, p]}");
        if (cut)
            text.Append($"\n[{matrix.Size} rows x {matrix.Size} columns]\n");
        return text.ToString(0, text.Length - 1);

        void Line(string index, Func<int, string> cell)
        {
            text.Append(index.PadRight(indexWidth));
            for (int p = 0; p < matrix.Size; p++)
            {
                if (cut && p == half)
                {
                    text.Append("  ...");
                    p = matrix.Size - half;
                }
                text.Append("  ").Append(cell(p).PadLeft(widths[p]));
            }
            text.Append('\n');
        }
    }

    /// <summary>
    /// How many columns pandas 1.5 shows: it takes the middle one out, again and again, until a line is shorter than the
    /// terminal, and shows the same number from either end.
    /// </summary>
    static int ColumnsThatFit(int indexWidth, int[] widths, int width)
    {
        List<int> columns = [indexWidth, .. widths.Select(w => w + 1)];
        int excess = columns.Sum() + columns.Count - 1 - width + 1;
        while (excess > 0 && columns.Count > 1)
        {
            int middle = (int)Math.Round(columns.Count / 2.0, MidpointRounding.ToEven);
            excess -= columns[middle] + 1;
            columns.RemoveAt(middle);
        }
        int fitting = Math.Max(columns.Count - 1, 2);
        return fitting >= widths.Length ? widths.Length : fitting / 2 * 2;
    }
}
