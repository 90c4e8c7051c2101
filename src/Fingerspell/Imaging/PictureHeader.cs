using System.Buffers.Binary;

namespace Fingerspell.Imaging;

/// <summary>
/// What the bytes of a picture file say of it before anything is decoded: a few bytes can claim a picture that fills the
/// memory, or one that takes minutes. A JPEG or PNG is walked from end to end and a WebP held against the length that it says,
/// so that one which was cut off is known as such.
/// </summary>
/// <param name="Format">JPEG, PNG or WebP.</param>
/// <param name="Width">Width in pixels as stored; EXIF may turn the picture.</param>
/// <param name="Height">Height in pixels as stored.</param>
public sealed record PictureHeader(PictureFormat Format, int Width, int Height)
{
    /// <summary>A progressive JPEG is decoded scan by scan; a real one has about ten, a hostile one thousands.</summary>
    const int MostScans = 100;

    /// <summary>How many pixels there are.</summary>
    public long Pixels => (long)Width * Height;

    /// <summary>Reads the header of a JPEG, PNG or WebP file.</summary>
    /// <param name="file">The file's whole content.</param>
    /// <returns>What it says, or null where it is none of these three.</returns>
    /// <exception cref="FingerspellException">It is damaged or was cut off, or it is no still picture.</exception>
    public static PictureHeader? Read(ReadOnlySpan<byte> file)
    {
        var header = file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ReadJpeg(file)
            : file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? ReadPng(file)
            : file.StartsWith("RIFF"u8) && file.Length >= 12 && file[8..].StartsWith("WEBP"u8) ? ReadWebP(file)
            : null;
        return header is null or { Width: > 0, Height: > 0 } ? header : throw Damaged(header.Format);
    }

    // ITU T.81: markers are FF and a byte; most are followed by a length. Coded data holds FF only before 00 and RST0–7.
    static PictureHeader ReadJpeg(ReadOnlySpan<byte> file)
    {
        PictureHeader? header = null;
        int scans = 0, at = 2;
        while (true)
        {
            int marker = file[at..].IndexOf((byte)0xFF);
            if (marker < 0 || at + marker + 1 >= file.Length)
                throw CutOff(PictureFormat.Jpeg);
            at += marker + 1;
            byte kind = file[at];
            if (kind is 0x00 or 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
                continue;
            if (kind is 0xD9)
                return scans > 0 ? header! : throw Damaged(PictureFormat.Jpeg);

            var segment = Slice(file, at + 1, 2, PictureFormat.Jpeg);
            int length = BinaryPrimitives.ReadUInt16BigEndian(segment);
            segment = Slice(file, at + 1, length, PictureFormat.Jpeg);
            at += 1 + length;
            if (kind is 0xDA && (header is null || ++scans > MostScans))
                throw Damaged(PictureFormat.Jpeg);
            if (kind is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (header is not null || length < 7)
                    throw Damaged(PictureFormat.Jpeg);
                header = new PictureHeader(
                    PictureFormat.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
            }
        }
    }

    // W3C PNG: chunks of a length, a name, the content and a check sum, IHDR first and IEND last.
    static PictureHeader ReadPng(ReadOnlySpan<byte> file)
    {
        PictureHeader? header = null;
        int at = 8;
        while (true)
        {
            var start = Slice(file, at, 8, PictureFormat.Png);
            uint length = BinaryPrimitives.ReadUInt32BigEndian(start);
            if (length > int.MaxValue - 12)
                throw Damaged(PictureFormat.Png);
            var content = Slice(file, at + 8, (int)length, PictureFormat.Png);
            Slice(file, at + 8 + (int)length, 4, PictureFormat.Png);
            at += 12 + (int)length;
            if (start[4..].SequenceEqual("IHDR"u8) != (header is null))
                throw Damaged(PictureFormat.Png);
            if (header is null)
                header = length == 13 ? new PictureHeader(PictureFormat.Png, Dimension(content), Dimension(content[4..])) : throw Damaged(PictureFormat.Png);
            else if (start[4..].SequenceEqual("acTL"u8))
                throw NotStill(PictureFormat.Png);
            else if (start[4..].SequenceEqual("IEND"u8))
                return header;
        }

        static int Dimension(ReadOnlySpan<byte> bytes) =>
            BinaryPrimitives.ReadUInt32BigEndian(bytes) is var number and <= int.MaxValue ? (int)number : throw Damaged(PictureFormat.Png);
    }

    // RFC 9649: after RIFF, the length and WEBP comes the first chunk, which tells the size.
    static PictureHeader ReadWebP(ReadOnlySpan<byte> file)
    {
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (length > file.Length - 8)
            throw CutOff(PictureFormat.WebP);
        var name = file.Length >= 16 ? file[12..16] : throw CutOff(PictureFormat.WebP);
        // The picture of a lossless file may end soon after its header.
        var content = Slice(file, 20, name.SequenceEqual("VP8L"u8) ? 5 : 10, PictureFormat.WebP);
        if (name.SequenceEqual("VP8X"u8))
        {
            return (content[0] & 2) == 0
                ? new PictureHeader(PictureFormat.WebP, 1 + ReadUInt24(content[4..]), 1 + ReadUInt24(content[7..]))
                : throw NotStill(PictureFormat.WebP);
        }
        if (name.SequenceEqual("VP8 "u8))
            return new PictureHeader(PictureFormat.WebP, ReadUInt14(content[6..]), ReadUInt14(content[8..]));
        if (!name.SequenceEqual("VP8L"u8) || content[0] != 0x2F)
            throw Damaged(PictureFormat.WebP);
        uint size = BinaryPrimitives.ReadUInt32LittleEndian(content[1..]);
        return new PictureHeader(PictureFormat.WebP, 1 + (int)(size & 0x3FFF), 1 + (int)((size >> 14) & 0x3FFF));

        static int ReadUInt14(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes) & 0x3FFF;
        static int ReadUInt24(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;
    }

    static ReadOnlySpan<byte> Slice(ReadOnlySpan<byte> file, int start, int length, PictureFormat format) =>
        start <= file.Length - length ? file.Slice(start, length) : throw CutOff(format);

    static FingerspellException CutOff(PictureFormat format) => new($"the {format} picture was cut off; send all of it");

    static FingerspellException Damaged(PictureFormat format) => new($"the {format} picture is damaged; save it again");

    static FingerspellException NotStill(PictureFormat format) => new($"the {format} file holds several pictures; send one");
}
