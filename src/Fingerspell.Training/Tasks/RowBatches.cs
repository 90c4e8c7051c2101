using Fingerspell.Training.Data;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>A split's rows as tensors, handed out a batch at a time.</summary>
sealed class RowBatches : IDisposable
{
    readonly Tensor pixels;     // uint8 [rows, 1, 28, 28]
    readonly Tensor labels;     // int64 [rows]

    public RowBatches(DatasetSplit split)
    {
        pixels = tensor(split.Pixels, [split.Count, 1, DatasetSplit.Side, DatasetSplit.Side], ScalarType.Byte);
        labels = tensor(Array.ConvertAll(split.Labels, label => (long)label), ScalarType.Int64);
        pixels.DetachFromDisposeScope();
        labels.DetachFromDisposeScope();
    }

    public int Rows => (int)labels.shape[0];

    /// <summary>The rows at the given positions: float32 [n, 1, 28, 28] grey levels, and int64 [n] labels.</summary>
    public (Tensor Crops, Tensor Labels) At(Tensor positions) =>
        (pixels.index_select(0, positions).to(ScalarType.Float32), labels.index_select(0, positions));

    /// <summary>The rows from one position to before another: float32 [n, 1, 28, 28] grey levels.</summary>
    public Tensor CropsBetween(long from, long to) => pixels.narrow(0, from, to - from).to(ScalarType.Float32);

    /// <summary>Their labels: int64 [n].</summary>
    public Tensor LabelsBetween(long from, long to) => labels.narrow(0, from, to - from);

    public void Dispose()
    {
        pixels.Dispose();
        labels.Dispose();
    }
}
