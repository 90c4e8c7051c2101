namespace Fingerspell.Training.Data;

/// <summary>One of the two files of Sign Language MNIST: its rows, one byte a pixel.</summary>
public sealed class DatasetSplit
{
    /// <summary>Width and height of a row's picture.</summary>
    public const int Side = 28;

    /// <summary>Pixels of a row's picture, 784.</summary>
    public const int PixelsPerRow = Side * Side;

    /// <summary>A split of as many rows as there are labels.</summary>
    /// <param name="name">"train" or "test"; for messages and plots.</param>
    /// <param name="labels">A label a row, 0–24 without 9.</param>
    /// <param name="pixels">784 grey values a row, row after row.</param>
    /// <param name="sources">Signer and photograph of each row, or null where unknown.</param>
    /// <exception cref="ArgumentException">The lengths do not belong together.</exception>
    public DatasetSplit(string name, byte[] labels, ReadOnlyMemory<byte> pixels, IReadOnlyList<RowSource>? sources = null)
    {
        if (pixels.Length != labels.Length * PixelsPerRow)
            throw new ArgumentException($"{labels.Length} rows have {labels.Length * PixelsPerRow} pixels, not {pixels.Length}", nameof(pixels));
        if (sources is not null && sources.Count != labels.Length)
            throw new ArgumentException($"{labels.Length} rows have as many sources, not {sources.Count}", nameof(sources));
        Name = name;
        Labels = labels;
        Pixels = pixels;
        Sources = sources;
    }

    /// <summary>"train" or "test".</summary>
    public string Name { get; }

    /// <summary>Number of rows.</summary>
    public int Count => Labels.Length;

    /// <summary>The label of each row, 0–24 without 9.</summary>
    public byte[] Labels { get; }

    /// <summary>The grey values of all rows, 784 a row.</summary>
    public ReadOnlyMemory<byte> Pixels { get; }

    /// <summary>Signer and photograph of each row, or null where no <c>sources.csv</c> was found.</summary>
    public IReadOnlyList<RowSource>? Sources { get; }

    /// <summary>The 784 grey values of one row.</summary>
    /// <param name="row">0-based row.</param>
    public ReadOnlyMemory<byte> PixelsOf(int row) => Pixels.Slice(row * PixelsPerRow, PixelsPerRow);

    /// <summary>The rows at the given 0-based positions, in that order, as a split of their own.</summary>
    public DatasetSplit Select(IReadOnlyList<int> rows, string? name = null)
    {
        var labels = new byte[rows.Count];
        var pixels = new byte[rows.Count * PixelsPerRow];
        for (int i = 0; i < rows.Count; i++)
        {
            labels[i] = Labels[rows[i]];
            PixelsOf(rows[i]).Span.CopyTo(pixels.AsSpan(i * PixelsPerRow));
        }
        return new DatasetSplit(name ?? Name, labels, pixels, Sources is null ? null : [.. rows.Select(r => Sources[r])]);
    }

    /// <summary>The rows of two splits, one after the other, as one.</summary>
    /// <param name="name">The name of the whole.</param>
    /// <param name="first">The rows that come first.</param>
    /// <param name="second">The rows that follow.</param>
    /// <returns>All rows; their sources are known where those of both are.</returns>
    public static DatasetSplit Concat(string name, DatasetSplit first, DatasetSplit second) => new(
        name,
        [.. first.Labels, .. second.Labels],
        (byte[])[.. first.Pixels.Span, .. second.Pixels.Span],
        first.Sources is null || second.Sources is null ? null : [.. first.Sources, .. second.Sources]);
}
