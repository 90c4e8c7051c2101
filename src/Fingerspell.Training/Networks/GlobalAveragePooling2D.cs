using static TorchSharp.torch;

namespace Fingerspell.Training.Networks;

/// <summary>The mean of each channel over the whole picture.</summary>
public sealed class GlobalAveragePooling2D() : Layer(nameof(GlobalAveragePooling2D))
{
    /// <inheritdoc/>
    public override long[] OutputShape(long[] input) => [input[0]];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.to(ScalarType.Float32).mean([2, 3]);
}
