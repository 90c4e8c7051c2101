using System.Security.Cryptography;

namespace Fingerspell.Training.Data;

/// <summary>
/// Reads a CSV file that is written as the published ones are, on all cores and without holding its text. At the first thing that
/// is otherwise it gives up: <see cref="SplitParser"/> can say what is wrong, and reads what is only unusual.
/// </summary>
static class RowScanner
{
    const int PieceSize = 1 << 20, MostAtOnce = 8;

    /// <summary>The shortest row: a digit and a comma or line feed a value.</summary>
    const int ShortestRow = 2 * (1 + DatasetSplit.PixelsPerRow);

    /// <summary>How many more rows than the first piece lets expect there is room for. What is not used is never touched, and takes no memory.</summary>
    const double Room = 1.5;

    /// <summary>Reads a file to its end.</summary>
    /// <param name="file">The file, at its beginning; it must know its length.</param>
    /// <param name="hash">Is given the file's bytes too, or null.</param>
    /// <param name="stop">Stops between pieces of the file.</param>
    /// <returns>A label a row and 784 grey values a row; null where the file is not written as the published ones.</returns>
    public static (byte[] Labels, ReadOnlyMemory<byte> Pixels)? Read(Stream file, IncrementalHash? hash = null, CancellationToken stop = default)
    {
        byte[]? labels = null, pixels = null;
        Lock reading = new();
        int row = -1;       // the header is the row before the first
        byte[] rest = [];
        bool isWrong = false;
        OnAllCores.Do(Math.Min(MostAtOnce, Environment.ProcessorCount), _ =>
        {
            var piece = new Piece(PieceSize);
            while (Fill(piece))
            {
                if (!piece.Scan(labels!, pixels!))
                    Volatile.Write(ref isWrong, true);
            }
        }, stop);
        return isWrong || rest.Length > 0 || row < 1 ? null : (labels.AsSpan(0, row).ToArray(), pixels.AsMemory(0, row * DatasetSplit.PixelsPerRow));

        bool Fill(Piece piece)
        {
            // One core reads while the others scan.
            lock (reading)
            {
                stop.ThrowIfCancellationRequested();
                if (Volatile.Read(ref isWrong))
                    return false;
                bool isFilled = piece.Fill(file, rest, row);
                rest = piece.Rest;
                row += piece.Lines;
                if (labels is null && piece.Length > 0)
                {
                    int rows = (int)Math.Min(
                        Math.Min(file.Length / ShortestRow, Array.MaxLength / DatasetSplit.PixelsPerRow), Room * piece.Lines * file.Length / piece.Length);
                    (labels, pixels) = (new byte[rows], new byte[rows * DatasetSplit.PixelsPerRow]);
                }
                // Never set back: another core may have found what is wrong meanwhile.
                if (!isFilled || row > labels?.Length)
                    Volatile.Write(ref isWrong, true);
                hash?.AppendData(piece.Text);
                return !Volatile.Read(ref isWrong) && piece.Length > 0;
            }
        }
    }

    /// <summary>Some whole lines of the file.</summary>
    sealed class Piece(int size)
    {
        // Room before the text for what stands before its first value, and behind it for what is looked at beyond its end.
        readonly byte[] buffer = new byte[ValueScanner.Before + size + ValueScanner.Beyond];
        int firstRow;

        /// <summary>How many bytes of whole lines it holds.</summary>
        public int Length { get; private set; }

        public int Lines { get; private set; }

        /// <summary>The beginning of a line that goes on in the next piece.</summary>
        public byte[] Rest { get; private set; } = [];

        public ReadOnlySpan<byte> Text => buffer.AsSpan(ValueScanner.Before, Length);

        /// <summary>Reads the next lines.</summary>
        /// <param name="file">The file.</param>
        /// <param name="begun">What was read of the first line already.</param>
        /// <param name="row">Which row the first line is; −1 the header.</param>
        /// <returns>Whether a line ends in the piece, or the file is at its end.</returns>
        public bool Fill(Stream file, byte[] begun, int row)
        {
            begun.CopyTo(buffer, ValueScanner.Before);
            int held = begun.Length + file.ReadAtLeast(buffer.AsSpan(ValueScanner.Before + begun.Length, size - begun.Length), size - begun.Length, throwOnEndOfStream: false);
            var all = buffer.AsSpan(ValueScanner.Before, held);
            Length = all.LastIndexOf((byte)'\n') + 1;
            Lines = all[..Length].Count((byte)'\n');
            Rest = all[Length..].ToArray();
            firstRow = row;
            return Length > 0 || held < size;
        }

        /// <summary>Reads the lines into their rows.</summary>
        /// <returns>Whether they are as they should be.</returns>
        public bool Scan(byte[] labels, byte[] pixels)
        {
            var text = buffer.AsSpan(0, ValueScanner.Before + Length + ValueScanner.Beyond);
            int start = ValueScanner.Before, row = firstRow;
            if (row < 0 && Length > 0)
            {
                int end = Text.IndexOf((byte)'\n');
                if (!Text[..end].TrimEnd((byte)'\r').SequenceEqual(SplitParser.HeaderLine))
                    return false;
                (start, row) = (start + end + 1, 0);
            }
            var values = new ValueScanner(text, start);
            for (; row < firstRow + Lines; row++)
            {
                if (!values.Next(out labels[row], pixels.AsSpan(row * DatasetSplit.PixelsPerRow, DatasetSplit.PixelsPerRow)) || !Alphabet.IsStatic(labels[row]))
                    return false;
            }
            return true;
        }
    }
}
