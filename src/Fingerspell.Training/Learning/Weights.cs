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

    /// <exception cref="FingerspellException">They are of other layers.</exception>
    public static void Restore(Module network, byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        try
        {
            network.load(reader);
        }
        catch (ArgumentException e)
        {
            throw new FingerspellException(
                $"the weights are not of the network {network.GetName()} as it is now ({e.Message}); another version of the program trained them: use that, or train anew", e);
        }
    }
}
