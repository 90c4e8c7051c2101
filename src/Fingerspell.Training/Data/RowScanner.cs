using System.Security.Cryptography;

namespace Fingerspell.Training.Data;

/// <summary>
/// Reads a CSV file that is written as the published ones are, in one pass and without holding its text. At the first thing that
/// is otherwise it gives up: <see cref="SplitParser"/> can say what is wrong, and reads what is only unusual.
/// </summary>
sealed class RowScanner
{
    const int Columns = 1 + DatasetSplit.PixelsPerRow, RowsPerBlock = 1024;

    /// <summary>The longest row: three digits and a comma a value, and one more for CRLF.</summary>
    const int LongestRow = 4 * Columns + 1;

    /// <summary>What a value's digits are looked for beyond a row's end.</summary>
    const int Beyond = 4;

    const uint Comma = unchecked(',' - (uint)'0'), Return = unchecked('\r' - (uint)'0'), NewLine = unchecked('\n' - (uint)'0');

    readonly List<byte> labels = [];
    readonly List<byte[]> blocks = [];
    readonly byte[] row = new byte[Columns];

    /// <summary>Reads a file to its end.</summary>
    /// <param name="file">The file.</param>
    /// <param name="hash">Is given the file's bytes too, or null.</param>
    /// <param name="stop">Stops between pieces of the file.</param>
    /// <returns>A label a row and 784 grey values a row; null where the file is not written as the published ones.</returns>
    public static (byte[] Labels, byte[] Pixels)? Read(Stream file, IncrementalHash? hash = null, CancellationToken stop = default)
    {
        var scanner = new RowScanner();
        byte[] buffer = new byte[(1 << 20) + Beyond];
        bool isHeader = true;
        for (int held = 0; ;)
        {
            stop.ThrowIfCancellationRequested();
            int read = file.Read(buffer, held, buffer.Length - Beyond - held);
            hash?.AppendData(buffer, held, read);
            held += read;
            buffer.AsSpan(held, Beyond).Clear();
            int start = 0;
            if (isHeader)
            {
                start = AfterHeader(buffer.AsSpan(0, held));
                if (start < 0)
                    return null;
                isHeader = false;
            }
            while (start < held && (held - start >= LongestRow || read == 0))
            {
                int length = scanner.Scan(buffer.AsSpan(start, Math.Min(LongestRow + Beyond, held - start + Beyond)));
                if (length == 0)
                    return null;
                start += length;
            }
            if (read == 0)
                return scanner.labels.Count == 0 ? null : scanner.Joined();
            buffer.AsSpan(start, held - start).CopyTo(buffer);
            held -= start;
        }
    }

    static int AfterHeader(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOf((byte)'\n');
        return end >= 0 && text[..end].TrimEnd((byte)'\r').SequenceEqual(SplitParser.HeaderLine) ? end + 1 : -1;
    }

    /// <summary>Takes a row; returns its length with its line end, or 0 where it is none.</summary>
    int Scan(ReadOnlySpan<byte> text)
    {
        int at = 0;
        uint end = Comma;
        for (int i = 0; i < row.Length; i++)
        {
            if (end != Comma || at > text.Length - Beyond)
                return 0;
            uint value = text[at++] - (uint)'0';
            if (value > 9)
                return 0;
            end = text[at++] - (uint)'0';
            if (end <= 9)
            {
                value = 10 * value + end;
                end = text[at++] - (uint)'0';
                if (end <= 9)
                {
                    value = 10 * value + end;
                    end = text[at++] - (uint)'0';
                }
            }
            if (value > byte.MaxValue)
                return 0;
            row[i] = (byte)value;
        }
        if (end == Return && at < text.Length)
            end = text[at++] - (uint)'0';
        if (end != NewLine || !Alphabet.IsStatic(row[0]))
            return 0;
        Add();
        return at;
    }

    void Add()
    {
        int inBlock = labels.Count % RowsPerBlock;
        if (inBlock == 0)
            blocks.Add(new byte[RowsPerBlock * DatasetSplit.PixelsPerRow]);
        row.AsSpan(1).CopyTo(blocks[^1].AsSpan(inBlock * DatasetSplit.PixelsPerRow));
        labels.Add(row[0]);
    }

    (byte[] Labels, byte[] Pixels) Joined()
    {
        byte[] pixels = new byte[labels.Count * DatasetSplit.PixelsPerRow];
        for (int i = 0; i < blocks.Count; i++)
        {
            var rest = pixels.AsSpan(i * RowsPerBlock * DatasetSplit.PixelsPerRow);
            blocks[i].AsSpan(0, Math.Min(rest.Length, blocks[i].Length)).CopyTo(rest);
            blocks[i] = [];
        }
        return ([.. labels], pixels);
    }
}
