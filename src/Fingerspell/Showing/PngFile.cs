using System.Buffers.Binary;
using System.IO.Compression;

namespace Fingerspell.Showing;

/// <summary>Writes PNG files with opacity (W3C, Portable Network Graphics, 8 bits of red, green, blue, alpha), which needs no native library.</summary>
static class PngFile
{
    static readonly uint[] Table = MakeTable();

    /// <summary>The bytes of a picture's file.</summary>
    public static byte[] Encode(Drawing drawing)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, drawing.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), drawing.Height);
        (header[8], header[9]) = (8, 6); // bits a channel; red, green, blue, alpha
        WriteChunk(file, "IHDR"u8, header);
        WriteChunk(file, "IDAT"u8, Compress(drawing));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    static byte[] Compress(Drawing drawing)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            int stride = drawing.Width * 4;
            var rgba = drawing.Rgba.Span;
            var line = new byte[stride + 1];
            for (int y = 0; y < drawing.Height; y++)
            {
                var row = rgba.Slice(y * stride, stride);
                // Filter 2, the difference from the row above, packs smooth shading well.
                line[0] = (byte)(y == 0 ? 0 : 2);
                for (int i = 0; i < stride; i++)
                    line[i + 1] = y == 0 ? row[i] : (byte)(row[i] - rgba[(y - 1) * stride + i]);
                zlib.Write(line);
            }
        }
        return compressed.ToArray();
    }

    static void WriteChunk(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(type);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Check(Check(uint.MaxValue, type), content));
        file.Write(number);
    }

    static uint Check(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (byte value in bytes)
            sum = Table[(sum ^ value) & 0xFF] ^ (sum >> 8);
        return sum;
    }

    static uint[] MakeTable()
    {
        var table = new uint[256];
        for (uint i = 0; i < 256; i++)
        {
            uint value = i;
            for (int bit = 0; bit < 8; bit++)
                value = (value & 1) != 0 ? 0xEDB88320 ^ (value >> 1) : value >> 1;
            table[i] = value;
        }
        return table;
    }
}
