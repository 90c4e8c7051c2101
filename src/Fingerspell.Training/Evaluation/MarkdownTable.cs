using System.Text;

namespace Fingerspell.Training.Evaluation;

/// <summary>A table in Markdown whose columns are also straight on a terminal: the first to the left, the others to the right.</summary>
static class MarkdownTable
{
    /// <summary>The table; lines end in a line feed.</summary>
    /// <param name="header">The names of the columns.</param>
    /// <param name="rows">As many cells a row as there are columns.</param>
    /// <param name="textColumns">How many columns, from the first on, hold text and stand to the left.</param>
    public static string Format(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows, int textColumns = 1)
    {
        List<IReadOnlyList<string>> lines = [header, .. rows];
        int[] widths = [.. header.Select((_, column) => Math.Max(3, lines.Max(line => line[column].Length)))];
        var text = new StringBuilder();
        Line(header);
        Line([.. widths.Select((width, column) => column < textColumns ? new string('-', width) : new string('-', width - 1) + ":")]);
        foreach (var row in lines.Skip(1))
            Line(row);
        return text.ToString();

        void Line(IReadOnlyList<string> cells)
        {
            for (int column = 0; column < widths.Length; column++)
                text.Append("| ").Append(column < textColumns ? cells[column].PadRight(widths[column]) : cells[column].PadLeft(widths[column])).Append(' ');
            text.Append("|\n");
        }
    }
}
