using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Fingerspell.Training.Networks;

/// <summary>
/// The largest of each 2×2 pixels, stride 2, "same" padding: an odd side is rounded up, its last window half as wide.
/// </summary>
public sealed class MaxPool2D() : Layer("MaxPooling2D")
{
    /// <inheritdoc/>
    public override long[] OutputShape(long[] input) => [input[0], (input[1] + 1) / 2, (input[2] + 1) / 2];

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => functional.max_pool2d(input, 2, 2, ceil_mode: true);
}
