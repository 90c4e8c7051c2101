using System.Text;

namespace Fingerspell.Training.Evaluation;

/// <summary>Prints a confusion matrix with names, as pandas prints a <c>DataFrame</c> with <c>to_string()</c>.</summary>
public static class ConfusionMatrixFrame
{
    /// <summary>The matrix with a name beside each row and above each column, without a line feed at the end.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="names">A name for each of its labels.</param>
    /// <exception cref="FingerspellException">Not one name a label.</exception>
    public static string ToFrame(this ConfusionMatrix matrix, IReadOnlyList<string> names)
    {
        LabelNames.RequireFor(matrix.Labels, names);
        int indexWidth = names.Max(name => name.Length);
        int[] widths = [.. names.Select((name, p) =>
            Math.Max(name.Length, Enumerable.Range(0, matrix.Size).Max(t => $"{matrix[t, p]}".Length)))];

        var text = new StringBuilder();
        Line("", p => names[p]);
        for (int t = 0; t < matrix.Size; t++)
            Line(names[t], p => $"{matrix[t, p]}");
        return text.ToString(0, text.Length - 1);

        void Line(string index, Func<int, string> cell)
        {
            text.Append(index.PadRight(indexWidth));
            for (int p = 0; p < matrix.Size; p++)
                text.Append("  ").Append(cell(p).PadLeft(widths[p]));
            text.Append('\n');
        }
    }
}
