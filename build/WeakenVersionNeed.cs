using System;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Copies a Linux library and marks one of the symbol versions it needs as weak, so that the dynamic linker loads it
/// where that version is missing. Layout: ELF-64 object file format, and "Symbol Versioning" of the Linux Standard Base.
/// </summary>
public sealed class WeakenVersionNeed : Task
{
    const uint VersionNeedSection = 0x6ffffffe; // SHT_GNU_verneed
    const byte Weak = 2; // VER_FLG_WEAK

    [Required] public string Source { get; set; }

    [Required] public string Destination { get; set; }

    /// <summary>The version's name, such as GLIBCXX_3.4.32.</summary>
    [Required] public string Version { get; set; }

    public override bool Execute()
    {
        byte[] elf = File.ReadAllBytes(Source);
        bool isLittleEndianElf64 = elf.Length > 64 && BitConverter.ToUInt32(elf, 0) == 0x464c457f && elf[4] == 2 && elf[5] == 1;
        if (!isLittleEndianElf64)
        {
            Log.LogError("{0} is not a little-endian ELF-64 file", Source);
            return false;
        }

        int weakened = WeakenIn(elf);
        Directory.CreateDirectory(Path.GetDirectoryName(Destination));
        File.WriteAllBytes(Destination + ".tmp", elf);
        File.Delete(Destination);
        File.Move(Destination + ".tmp", Destination);
        Log.LogMessage("made {0} need of {1} in {2} weak", weakened, Version, Destination);
        return true;
    }

    int WeakenIn(byte[] elf)
    {
        int weakened = 0;
        long sections = BitConverter.ToInt64(elf, 0x28);
        int sectionSize = BitConverter.ToUInt16(elf, 0x3a);
        int sectionCount = BitConverter.ToUInt16(elf, 0x3c);
        for (int i = 0; i < sectionCount; i++)
        {
            int section = (int)sections + i * sectionSize;
            if (BitConverter.ToUInt32(elf, section + 4) != VersionNeedSection)
                continue;
            int stringSection = (int)sections + BitConverter.ToInt32(elf, section + 0x28) * sectionSize;
            int strings = (int)BitConverter.ToInt64(elf, stringSection + 0x18);
            weakened += WeakenInList(elf, (int)BitConverter.ToInt64(elf, section + 0x18), strings);
        }
        return weakened;
    }

    // A linked list of libraries (Elf64_Verneed), each with a linked list of versions (Elf64_Vernaux).
    int WeakenInList(byte[] elf, int library, int strings)
    {
        int weakened = 0;
        while (true)
        {
            int count = BitConverter.ToUInt16(elf, library + 2);
            int version = library + BitConverter.ToInt32(elf, library + 8);
            for (int i = 0; i < count; i++)
            {
                if (StringAt(elf, strings + BitConverter.ToInt32(elf, version + 8)) == Version)
                {
                    elf[version + 4] |= Weak;
                    weakened++;
                }
                version += BitConverter.ToInt32(elf, version + 12);
            }

            int next = BitConverter.ToInt32(elf, library + 12);
            if (next == 0)
                return weakened;
            library += next;
        }
    }

    static string StringAt(byte[] elf, int start) =>
        Encoding.ASCII.GetString(elf, start, Array.IndexOf(elf, (byte)0, start) - start);
}
