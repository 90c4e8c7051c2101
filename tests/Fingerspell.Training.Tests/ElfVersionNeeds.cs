using System.Buffers.Binary;
using System.Text;

namespace Fingerspell.Training.Tests;

/// <summary>A symbol version that a Linux library needs of another, such as GLIBCXX_3.4.30 of libstdc++.so.6.</summary>
sealed record ElfVersionNeed(string Library, string Version, bool IsWeak);

/// <summary>Reads the version needs of an ELF-64 file through its dynamic segment, as the dynamic linker does.</summary>
static class ElfVersionNeeds
{
    const int DynamicSegment = 2, LoadSegment = 1;
    const long StringTable = 5, NeedTable = 0x6ffffffe;

    public static IReadOnlyList<ElfVersionNeed> Of(string file)
    {
        byte[] elf = File.ReadAllBytes(file);
        var dynamic = Dynamic(elf);
        long strings = FileOffset(elf, dynamic[StringTable]);
        var needs = new List<ElfVersionNeed>();
        long library = FileOffset(elf, dynamic[NeedTable]);
        for (bool more = true; more;)
        {
            string name = StringAt(elf, strings + Int(elf, library + 4));
            long version = library + Int(elf, library + 8);
            for (int left = Short(elf, library + 2); left > 0; left--)
            {
                bool weak = (Short(elf, version + 4) & 2) != 0;
                needs.Add(new ElfVersionNeed(name, StringAt(elf, strings + Int(elf, version + 8)), weak));
                version += Int(elf, version + 12);
            }

            int next = Int(elf, library + 12);
            more = next != 0;
            library += next;
        }
        return needs;
    }

    static Dictionary<long, long> Dynamic(byte[] elf)
    {
        long start = Segments(elf).First(s => Int(elf, s) == DynamicSegment);
        var entries = new Dictionary<long, long>();
        for (long entry = Long(elf, start + 8); Long(elf, entry) != 0; entry += 16)
            entries[Long(elf, entry)] = Long(elf, entry + 8);
        return entries;
    }

    static long FileOffset(byte[] elf, long address)
    {
        long load = Segments(elf).First(s => Int(elf, s) == LoadSegment
            && address >= Long(elf, s + 16) && address < Long(elf, s + 16) + Long(elf, s + 32));
        return address - Long(elf, load + 16) + Long(elf, load + 8);
    }

    static IEnumerable<long> Segments(byte[] elf) =>
        Enumerable.Range(0, Short(elf, 0x38)).Select(i => Long(elf, 0x20) + (long)i * Short(elf, 0x36));

    static string StringAt(byte[] elf, long start) =>
        Encoding.ASCII.GetString(elf, (int)start, Array.IndexOf(elf, (byte)0, (int)start) - (int)start);

    static int Short(byte[] elf, long at) => BinaryPrimitives.ReadUInt16LittleEndian(elf.AsSpan((int)at));

    static int Int(byte[] elf, long at) => BinaryPrimitives.ReadInt32LittleEndian(elf.AsSpan((int)at));

    static long Long(byte[] elf, long at) => BinaryPrimitives.ReadInt64LittleEndian(elf.AsSpan((int)at));
}
