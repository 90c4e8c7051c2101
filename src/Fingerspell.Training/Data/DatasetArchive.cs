using System.IO.Compression;
using System.IO.Hashing;

namespace Fingerspell.Training.Data;

/// <summary>Reads single files out of a zip archive without unpacking it, and refuses a damaged or hostile one.</summary>
static class DatasetArchive
{
    /// <summary>More than any edition of the dataset; an entry that claims more is not unpacked into memory.</summary>
    const long LargestEntry = 1L << 30;

    /// <summary>The unpacked bytes of the entry at the archive's root.</summary>
    /// <exception cref="FingerspellException">The archive is damaged, or has no such entry, or one that leaves its folder.</exception>
    public static byte[] Read(string archive, string entryName)
    {
        try
        {
            using var zip = ZipFile.OpenRead(archive);
            foreach (var entry in zip.Entries)
                RefuseIfOutside(archive, entry.FullName);
            var wanted = zip.GetEntry(entryName)
                ?? throw new FingerspellException($"{archive} has no {entryName}; it is not Kaggle's archive of Sign Language MNIST");
            return Unpack(archive, wanted);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw Damaged(archive, e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"{archive} cannot be read: {e.Message}", e);
        }
    }

    static byte[] Unpack(string archive, ZipArchiveEntry entry)
    {
        if (entry.Length > LargestEntry)
            throw Damaged(archive, $"{entry.FullName} claims {entry.Length} bytes");
        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        // .NET unpacks a stored or slightly damaged entry without comparing its checksum.
        if (stream.ReadByte() != -1 || Crc32.HashToUInt32(bytes) != entry.Crc32)
            throw Damaged(archive, $"the checksum of {entry.FullName} is wrong");
        return bytes;
    }

    static void RefuseIfOutside(string archive, string entryName)
    {
        var parts = entryName.Split('/', '\\');
        if (parts[0].Length == 0 || parts[0].EndsWith(':') || parts.Contains(".."))
            throw new FingerspellException($"{archive} has an entry that leaves its folder, \"{entryName}\"; do not use this file");
    }

    static FingerspellException Damaged(string archive, string how) =>
        new($"{archive} is damaged or no zip archive ({how.TrimEnd('.')}); download it again");
}
