using System.Security.Cryptography;
using System.Text.Json;

namespace Fingerspell.Training.Learning;

/// <summary>A training after one of its epochs: all that going on from there takes.</summary>
/// <param name="History">The epochs that have ended.</param>
/// <param name="Network">The network's weights.</param>
/// <param name="Best">The weights after the best epoch so far.</param>
/// <param name="Optimizer">Adam's moments and step count.</param>
sealed record Checkpoint(IReadOnlyList<EpochMetrics> History, byte[] Network, byte[] Best, byte[] Optimizer)
{
    static ReadOnlySpan<byte> Magic => "fingerspell checkpoint 2\n"u8;

    /// <summary>Writes the checkpoint, behind the SHA-256 of its content.</summary>
    public void Write(string path)
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(JsonSerializer.Serialize(History));
            foreach (byte[] part in new[] { Network, Best, Optimizer })
            {
                writer.Write(part.Length);
                writer.Write(part);
            }
        }
        byte[] bytes = content.ToArray();
        WholeFile.Write(path, (byte[])[.. Magic, .. SHA256.HashData(bytes), .. bytes]);
    }

    /// <summary>Reads a checkpoint; null where it is missing, cut short or changed.</summary>
    public static Checkpoint? TryRead(string path)
    {
        if (!File.Exists(path))
            return null;
        byte[] file = File.ReadAllBytes(path);
        int start = Magic.Length + SHA256.HashSizeInBytes;
        if (file.Length < start || !file.AsSpan().StartsWith(Magic)
            || !SHA256.HashData(file.AsSpan(start)).AsSpan().SequenceEqual(file.AsSpan(Magic.Length, SHA256.HashSizeInBytes)))
            return null;
        using var reader = new BinaryReader(new MemoryStream(file, start, file.Length - start));
        var history = JsonSerializer.Deserialize<List<EpochMetrics>>(reader.ReadString())!;
        byte[] Part() => reader.ReadBytes(reader.ReadInt32());
        return new Checkpoint(history, Part(), Part(), Part());
    }
}
