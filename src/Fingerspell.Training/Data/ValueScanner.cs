using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Fingerspell.Training.Data;

/// <summary>
/// Reads rows of numbers from 0 to 255 with commas between them. Where the commas are is found for 64 bytes at once, as Langdale
/// and Lemire 2019 ("Parsing Gigabytes of JSON per Second") do, and the digits before each are added up without asking how many
/// there are: a processor that has to guess that is wrong too often.
/// </summary>
ref struct ValueScanner
{
    /// <summary>How many bytes before the first row belong to the text.</summary>
    public const int Before = 4;

    /// <summary>How many bytes behind the last row belong to the text.</summary>
    public const int Beyond = 64;

    /// <summary>The last bytes of four that belong to a number, by how many digits it has: the rest is of the number before.</summary>
    static ReadOnlySpan<uint> Digits => [0, 0xff000000, 0xffff0000, 0xffffff00];

    readonly ReadOnlySpan<byte> text;
    int start;          // of the value to be read
    int at;             // of the 64 bytes that are looked at
    ulong ends;         // in them: a bit for each byte that is no digit and not yet passed

    /// <param name="text">The text, with <see cref="Before"/> and <see cref="Beyond"/>.</param>
    /// <param name="start">Where the first row begins in it.</param>
    public ValueScanner(ReadOnlySpan<byte> text, int start)
    {
        this.text = text;
        this.start = start;
        at = start;
        ends = EndsAt(start);
    }

    /// <summary>Reads the next row, which ends in a line feed, or a carriage return and a line feed.</summary>
    /// <param name="first">The first value.</param>
    /// <param name="others">The others.</param>
    /// <returns>Whether there is a row of so many values.</returns>
    public bool Next(out byte first, Span<byte> others)
    {
        uint wrong = 0;
        first = Value(',', ref wrong);
        for (int i = 0; i < others.Length - 1; i++)
            others[i] = Value(',', ref wrong);
        int end = NextEnd();
        byte last = text[end];
        others[^1] = Number(end, ref wrong);
        if (last == '\r')
        {
            wrong |= (uint)(NextEnd() ^ start);
            last = text[start++];
        }
        return wrong == 0 && last == '\n';
    }

    byte Value(char separator, ref uint wrong)
    {
        int end = NextEnd();
        wrong |= (uint)(text[end] ^ separator);
        return Number(end, ref wrong);
    }

    /// <summary>The number from <see cref="start"/> up to <paramref name="end"/>; the next one starts behind that.</summary>
    byte Number(int end, ref uint wrong)
    {
        int length = end - start;
        start = end + 1;
        if ((uint)(length - 1) > 2)
        {
            wrong = 1;
            return 0;
        }
        uint digits = (BinaryPrimitives.ReadUInt32LittleEndian(text[(end - 4)..]) ^ 0x30303030) & Digits[length];
        uint value = (digits >> 24) + 10 * ((digits >> 16) & 255) + 100 * ((digits >> 8) & 255);
        // A byte above 9 carries into its highest bit, or has it already.
        wrong |= (((digits + 0x76767676) | digits) & 0x80808080) | (value >> 8);
        return (byte)value;
    }

    /// <summary>Where the next byte is that is less than a digit; behind the text's end where there is none.</summary>
    int NextEnd()
    {
        while (ends == 0)
        {
            at += 64;
            if (at > text.Length - Beyond)
                return text.Length - 1;
            ends = EndsAt(at);
        }
        int end = at + BitOperations.TrailingZeroCount(ends);
        ends &= ends - 1;
        return end;
    }

    readonly ulong EndsAt(int from) =>
        Vector512.LessThan(Vector512.Create(text.Slice(from, 64)), Vector512.Create((byte)'0')).ExtractMostSignificantBits();
}
