using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace Fingerspell.Training.Learning;

/// <summary>A network's or an optimiser's numbers as bytes, and back.</summary>
static class Weights
{
    public static byte[] Save(Module network) => Written(writer => network.save(writer));

    public static byte[] Save(OptimizerHelper optimizer) => Written(optimizer.save_state_dict);

    public static void Restore(Module network, byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        network.load(reader);
    }

    public static void Restore(OptimizerHelper optimizer, byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        optimizer.load_state_dict(reader);
    }

    static byte[] Written(Action<BinaryWriter> write)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        write(writer);
        writer.Flush();
        return memory.ToArray();
    }
}
