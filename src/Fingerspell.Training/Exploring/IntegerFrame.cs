using Fingerspell.Training.Data;

namespace Fingerspell.Training.Exploring;

/// <summary>A table of whole numbers with named columns, what pandas calls a <c>DataFrame</c> of <c>int64</c>.</summary>
public sealed class IntegerFrame
{
    readonly Func<int, int, int> cell;

    /// <summary>A frame that looks its values up where they are.</summary>
    /// <param name="columns">The columns' names, one or more.</param>
    /// <param name="rows">Number of rows, one or more.</param>
    /// <param name="cell">The value at a 0-based row and column.</param>
    public IntegerFrame(IReadOnlyList<string> columns, int rows, Func<int, int, int> cell)
    {
        ArgumentOutOfRangeException.ThrowIfZero(columns.Count, nameof(columns));
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        Columns = columns;
        Rows = rows;
        this.cell = cell;
    }

    /// <summary>The frame that pandas reads from the split's CSV file: <c>label</c>, then <c>pixel1</c> to <c>pixel784</c>.</summary>
    public static IntegerFrame Of(DatasetSplit split) => new(
        ["label", .. Enumerable.Range(1, DatasetSplit.PixelsPerRow).Select(i => $"pixel{i}")],
        split.Count,
        (row, column) => column == 0 ? split.Labels[row] : split.Pixels.Span[row * DatasetSplit.PixelsPerRow + column - 1]);

    /// <summary>The columns' names.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>The value at a 0-based row and column.</summary>
    public int this[int row, int column] => cell(row, column);

    /// <summary>All values of a 0-based column, from the first row down.</summary>
    public int[] Column(int column)
    {
        var values = new int[Rows];
        for (int row = 0; row < Rows; row++)
            values[row] = cell(row, column);
        return values;
    }
}
