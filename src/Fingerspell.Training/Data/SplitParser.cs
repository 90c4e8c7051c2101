using System.Globalization;
using CsvHelper;

namespace Fingerspell.Training.Data;

/// <summary>
/// Reads one CSV file of Sign Language MNIST, <c>label,pixel1,…,pixel784</c>, a row a picture, CRLF or LF, and says what is wrong with it.
/// <see cref="RowScanner"/> is several times as fast on files that are as they should be.
/// </summary>
sealed class SplitParser
{
    const int Columns = 1 + DatasetSplit.PixelsPerRow;

    /// <summary>Four times the longest possible row; a file without line ends is refused before all of it is split into columns.</summary>
    const int LongestRow = 1 << 14;

    static readonly string[] Header =
        ["label", .. Enumerable.Range(1, DatasetSplit.PixelsPerRow).Select(i => $"pixel{i}")];

    /// <summary>The first line, without its end.</summary>
    public static ReadOnlySpan<byte> HeaderLine => headerLine;

    static readonly byte[] headerLine = [.. string.Join(',', Header).Select(c => (byte)c)];

    readonly string file;
    readonly List<byte> labels = [];
    readonly List<byte> pixels = [];

    SplitParser(string file) => this.file = file;

    /// <summary>Parses and checks every value.</summary>
    /// <param name="name">"train" or "test".</param>
    /// <param name="file">The file's name for messages.</param>
    /// <param name="csv">The file's bytes.</param>
    /// <param name="stop">Stops between rows.</param>
    /// <exception cref="FingerspellException">The file is not what it should be; the message names file, row and column.</exception>
    public static DatasetSplit Parse(string name, string file, byte[] csv, CancellationToken stop = default)
    {
        var parser = new SplitParser(file);
        try
        {
            parser.ReadRows(csv, stop);
        }
        catch (CsvFormatException e)
        {
            throw parser.Wrong($"near byte {e.ByteOffset}: not a CSV file ({e.Message})");
        }
        return new DatasetSplit(name, [.. parser.labels], parser.pixels.ToArray());
    }

    void ReadRows(byte[] csv, CancellationToken stop)
    {
        if (csv.Length == 0)
            throw Wrong("the file is empty");
        if (csv.Length > LongestRow && !csv.AsSpan(0, LongestRow).ContainsAny((byte)'\r', (byte)'\n'))
            throw Wrong($"the first line has no end within {LongestRow} bytes");
        using var reader = CsvReader.Create(csv, new CsvReaderOptions
        {
            Separator = ',',
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        CheckHeader(reader.Headers);
        pixels.Capacity = csv.Length / 4;
        while (reader.Read())
        {
            stop.ThrowIfCancellationRequested();
            ReadRow(reader);
        }
        if (labels.Count == 0)
            throw Wrong("there is a header but no row");
    }

    void CheckHeader(IReadOnlyList<string> found)
    {
        for (int i = 0; i < Math.Min(found.Count, Columns); i++)
            if (found[i] != Header[i])
                throw Wrong($"header, column {i + 1}: expected {Header[i]}, found {Shown(found[i])}");
        if (found.Count != Columns)
            throw Wrong($"header: expected {Columns} columns, label and pixel1 to pixel784, found {found.Count}");
    }

    void ReadRow(CsvReader reader)
    {
        long row = reader.RowNumber;
        for (int i = 0; i < Math.Min(reader.FieldCount, Columns); i++)
        {
            var text = reader.GetSpan(i);
            if (!byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out byte value))
                throw Wrong(row, i, $"expected a whole number from 0 to {(i == 0 ? 24 : 255)}, found {Shown(reader.GetString(i))}");
            if (i == 0)
                AddLabel(row, value);
            else
                pixels.Add(value);
        }
        if (reader.FieldCount < Columns)
            throw Wrong(row, reader.FieldCount, $"missing; the row has {reader.FieldCount} of {Columns} values");
        if (reader.FieldCount > Columns)
            throw Wrong($"row {row}: {reader.FieldCount} values, {reader.FieldCount - Columns} more than the header has columns");
    }

    void AddLabel(long row, byte label)
    {
        if (!Alphabet.IsStatic(label))
            throw Wrong(row, 0, label is 9 or 25
                ? $"{label} is {Alphabet.LetterOf(label)}, a letter signed with motion, which the dataset has no rows for"
                : $"expected 0 to 24 without 9, found {label}");
        labels.Add(label);
    }

    FingerspellException Wrong(long row, int column, string what) => Wrong($"row {row}, column {Header[column]}: {what}");

    FingerspellException Wrong(string what) =>
        new($"{file}, {what}; mend the file, or get the published one with `fingerspell data --fetch`");

    /// <summary>A value as a message can show it: quoted, printable, not too long.</summary>
    static string Shown(string value)
    {
        string shown = string.Concat(value.Take(20).Select(c => char.IsControl(c) || c == '\uFFFD' ? '?' : c));
        return value.Length == 0 ? "nothing" : $"\"{shown}{(value.Length > 20 ? "…" : "")}\"";
    }
}
