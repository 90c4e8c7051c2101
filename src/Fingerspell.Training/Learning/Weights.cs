using static TorchSharp.torch.nn;

namespace Fingerspell.Training.Learning;

/// <summary>A network's numbers as bytes, and back.</summary>
static class Weights
{
    public static byte[] Save(Module network)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        network.save(writer);
        writer.Flush();
        return memory.ToArray();
    }

    public static void Restore(Module network, byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        network.load(reader);
    }
}
