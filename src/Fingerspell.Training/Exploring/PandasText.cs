using System.Globalization;
using System.Text;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Exploring;

/// <summary>
/// Prints a frame character for character as pandas 1.5 does on a terminal of 80 columns, with its default options and
/// a line end after the last line, as <c>print</c> leaves it.
/// </summary>
public static class PandasText
{
    /// <summary>Beyond as many columns <c>info()</c> does not list them (pandas' option <c>display.max_info_columns</c>).</summary>
    const int MostColumnsListed = 100;

    /// <summary>The first rows: <c>print(frame.head(rows))</c>.</summary>
    public static string Head(IntegerFrame frame, int rows = 5)
    {
        int shown = Math.Min(rows, frame.Rows);
        return TextTable.Format(
            [.. Enumerable.Range(0, shown).Select(row => $"{row}")],
            frame.Columns,
            column => [.. Enumerable.Range(0, shown).Select(row => Signed(frame[row, column]))]);
    }

    /// <summary>Size, columns and memory: <c>frame.info()</c>.</summary>
    public static string Info(IntegerFrame frame)
    {
        int columns = frame.Columns.Count;
        var text = new StringBuilder("<class 'pandas.core.frame.DataFrame'>\n")
            .Append(CultureInfo.InvariantCulture, $"RangeIndex: {frame.Rows} entries, 0 to {frame.Rows - 1}\n");
        if (columns > MostColumnsListed)
            text.Append(CultureInfo.InvariantCulture, $"Columns: {columns} entries, {frame.Columns[0]} to {frame.Columns[^1]}\n");
        else
            AppendColumns(text, frame);
        return text
            .Append(CultureInfo.InvariantCulture, $"dtypes: int64({columns})\n")
            .Append(CultureInfo.InvariantCulture, $"memory usage: {Memory(frame)}\n")
            .ToString();
    }

    /// <summary>Count, mean, deviation and quartiles of the columns that fit: <c>print(frame.describe())</c>.</summary>
    public static string Describe(IntegerFrame frame)
    {
        var known = new Dictionary<int, string[]>();
        return TextTable.Format(ColumnSummary.Names, frame.Columns, column =>
        {
            if (!known.TryGetValue(column, out var texts))
                known[column] = texts = FloatColumn.Format(ColumnSummary.Of(frame.Column(column)).ToArray());
            return texts;
        });
    }

    /// <summary>The same of all columns as CSV: <c>frame.describe().to_csv()</c>.</summary>
    public static string DescribeCsv(IntegerFrame frame)
    {
        var summaries = Enumerable.Range(0, frame.Columns.Count)
            .Select(column => ColumnSummary.Of(frame.Column(column)).ToArray()).ToArray();
        var text = new StringBuilder().Append(',').AppendJoin(',', frame.Columns).Append('\n');
        for (int i = 0; i < ColumnSummary.Names.Count; i++)
            text.Append(ColumnSummary.Names[i]).Append(',')
                .AppendJoin(',', summaries.Select(values => double.IsNaN(values[i]) ? "" : FixedPoint.Shortest(values[i])))
                .Append('\n');
        return text.ToString();
    }

    /// <summary>
    /// How often each value of a column occurs: <c>print(frame[column].value_counts())</c>, the most frequent first, or
    /// with <c>.sort_index()</c>. For at most 60 different values; beyond, pandas leaves the middle out.
    /// </summary>
    public static string ValueCounts(IntegerFrame frame, string column, bool sortByValue = false)
    {
        var counts = frame.Column(frame.Columns.ToList().IndexOf(column)).CountBy(value => value);
        var ordered = sortByValue ? counts.OrderBy(count => count.Key) : counts.OrderByDescending(count => count.Value);
        var lines = ordered.Select(count => (Value: $"{count.Key}", Count: Signed(count.Value))).ToList();
        int valueWidth = lines.Max(line => line.Value.Length), countWidth = lines.Max(line => line.Count.Length);
        return string.Concat(lines.Select(line => $"{line.Value.PadRight(valueWidth)}   {line.Count.PadLeft(countWidth)}\n"))
            + $"Name: {column}, dtype: int64\n";
    }

    static void AppendColumns(StringBuilder text, IntegerFrame frame)
    {
        string nonNull = $"{frame.Rows} non-null";
        int nameWidth = Math.Max("Column".Length, frame.Columns.Max(name => name.Length));
        int nonNullWidth = Math.Max("Non-Null Count".Length, nonNull.Length);
        void Line(string number, string name, string count, string type) => text
            .Append(number.PadRight(3)).Append("  ").Append(name.PadRight(nameWidth)).Append("  ")
            .Append(count.PadRight(nonNullWidth)).Append("  ").Append(type).Append('\n');

        text.Append(CultureInfo.InvariantCulture, $"Data columns (total {frame.Columns.Count} columns):\n");
        Line(" #", "Column", "Non-Null Count", "Dtype");
        Line("---", new string('-', "Column".Length), new string('-', "Non-Null Count".Length), "-----");
        for (int i = 0; i < frame.Columns.Count; i++)
            Line($" {i}", frame.Columns[i], nonNull, "int64");
    }

    /// <summary>Eight bytes a value and pandas' 132 for the index, in the largest unit that leaves 1 or more.</summary>
    static string Memory(IntegerFrame frame)
    {
        double size = 132 + 8.0 * frame.Rows * frame.Columns.Count;
        string[] units = ["bytes", "KB", "MB", "GB", "TB"];
        int unit = 0;
        for (; size >= 1024 && unit < units.Length - 1; unit++)
            size /= 1024;
        return FormattableString.Invariant($"{size:F1} {units[unit]}");
    }

    static string Signed(int value) => value < 0 ? $"{value}" : $" {value}";
}
