using System.Runtime.InteropServices;
using Fingerspell.Training.Data;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>A split's rows as tensors.</summary>
sealed class RowBatches : IDisposable
{
    public RowBatches(DatasetSplit split)
    {
        Pixels = Shared(split.Pixels).view(split.Count, 1, DatasetSplit.Side, DatasetSplit.Side).DetachFromDisposeScope();
        Labels = tensor(Array.ConvertAll(split.Labels, label => (long)label), ScalarType.Int64).DetachFromDisposeScope();
    }

    /// <summary>uint8 [rows, 1, 28, 28]; the split's own memory.</summary>
    public Tensor Pixels { get; }

    /// <summary>int64 [rows].</summary>
    public Tensor Labels { get; }

    public int Rows => (int)Labels.shape[0];

    /// <summary>The rows at the given positions: float32 [n, 1, 28, 28] grey levels, and int64 [n] labels.</summary>
    public (Tensor Crops, Tensor Labels) At(Tensor positions) =>
        (Pixels.index_select(0, positions).to(ScalarType.Float32), Labels.index_select(0, positions));

    static Tensor Shared(ReadOnlyMemory<byte> pixels) => MemoryMarshal.TryGetArray(pixels, out var part)
        ? frombuffer(part.Array!, ScalarType.Byte, part.Count, part.Offset)
        : tensor(pixels.ToArray(), ScalarType.Byte);

    public void Dispose()
    {
        Pixels.Dispose();
        Labels.Dispose();
    }
}
