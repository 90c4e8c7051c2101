namespace Fingerspell.Training.Exploring;

/// <summary>Lays a table out as pandas prints a frame on a terminal of 80 columns.</summary>
static class TextTable
{
    const int TerminalWidth = 80;
    const string Dots = " ...";

    /// <summary>The table's text, with a line end after each line.</summary>
    /// <param name="index">What stands before each row.</param>
    /// <param name="columns">The columns' names.</param>
    /// <param name="cells">The texts of a 0-based column, one a row, with pandas' leading space for the sign.</param>
    public static string Format(IReadOnlyList<string> index, IReadOnlyList<string> columns, Func<int, string[]> cells)
    {
        // A frame of more columns than the terminal has characters is cut to so many before their widths are looked at.
        int fitting = Math.Min(columns.Count, TerminalWidth);
        fitting = ColumnsThatFit(Blocks(fitting));

        var lines = new List<string>();
        var blocks = Blocks(fitting);
        for (int line = 0; line <= index.Count; line++)
            lines.Add(string.Join(' ', blocks.Select(block => block[line])));
        if (fitting < columns.Count)
            lines.AddRange(["", $"[{index.Count} rows x {columns.Count} columns]"]);
        return string.Concat(lines.Select(line => line + '\n'));

        // The index, then the outermost columns with dots between them where some are left out, each padded to its width.
        List<string[]> Blocks(int most)
        {
            int left = most < columns.Count ? most / 2 : columns.Count;
            int right = most < columns.Count ? most / 2 : 0;
            List<string[]> blocks = [Padded(["", .. index], left: true)];
            for (int i = 0; i < left; i++)
                blocks.Add(Padded([' ' + columns[i], .. cells(i)]));
            if (right > 0)
                blocks.Add([.. Enumerable.Repeat(Dots, index.Count + 1)]);
            for (int i = columns.Count - right; i < columns.Count; i++)
                blocks.Add(Padded([' ' + columns[i], .. cells(i)]));
            return blocks;
        }
    }

    /// <summary>Takes blocks out of the middle until the rest is narrower than the terminal; pandas leaves two columns at least.</summary>
    static int ColumnsThatFit(List<string[]> blocks)
    {
        var widths = blocks.Select(block => block[0].Length).ToList();
        int excess = widths.Sum() + widths.Count - 1 - TerminalWidth + 1;
        while (excess > 0 && widths.Count > 1)
        {
            int middle = (int)Math.Round(widths.Count / 2.0, MidpointRounding.ToEven);
            excess -= widths[middle] + 1;
            widths.RemoveAt(middle);
        }
        return Math.Max(widths.Count - 1, 2);
    }

    static string[] Padded(string[] texts, bool left = false)
    {
        int width = texts.Max(text => text.Length);
        return [.. texts.Select(text => left ? text.PadRight(width) : text.PadLeft(width))];
    }
}
