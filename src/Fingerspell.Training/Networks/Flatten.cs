using static TorchSharp.torch;

namespace Fingerspell.Training.Networks;

/// <summary>Makes one row of numbers of a picture's channels.</summary>
public sealed class Flatten() : Layer(nameof(Flatten))
{
    /// <inheritdoc/>
    public override long[] OutputShape(long[] input) => [input.Aggregate(1L, (product, side) => product * side)];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input.flatten(1);
}
