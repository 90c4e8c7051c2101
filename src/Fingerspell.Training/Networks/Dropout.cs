using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Fingerspell.Training.Networks;

/// <summary>Sets a share of the values to zero while training and scales the rest up; does nothing afterwards.</summary>
/// <param name="rate">The share, 0 to 1.</param>
public sealed class Dropout(double rate) : Layer(nameof(Dropout))
{
    /// <inheritdoc/>
    public override long[] OutputShape(long[] input) => input;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.dropout(input, rate, training);
}
