using static TorchSharp.torch;

namespace Fingerspell.Training.Networks;

/// <summary>
/// Two convolutions whose result is added to what came in (He et al. 2016, "Deep Residual Learning for Image
/// Recognition", the basic block; a 1×1 convolution fits the shortcut where the shape changes).
/// </summary>
public sealed class ResidualBlock : Layer
{
    /// <summary>A block of <paramref name="inputs"/> channels to <paramref name="filters"/>.</summary>
    /// <param name="inputs">Channels it is given.</param>
    /// <param name="filters">Channels it makes.</param>
    /// <param name="stride">2 halves the picture, 1 keeps it.</param>
    public ResidualBlock(int inputs, int filters, int stride) : base(nameof(ResidualBlock))
    {
        First = new ConvBatchNormalization(inputs, filters, stride: stride);
        Second = new ConvBatchNormalization(filters, filters, relu: false);
        register_module("first", First);
        register_module("second", Second);
        if (stride != 1 || inputs != filters)
        {
            Shortcut = new ConvBatchNormalization(inputs, filters, kernel: 1, stride, relu: false);
            register_module("shortcut", Shortcut);
        }
    }

    /// <summary>The first convolution, which may halve the picture.</summary>
    public ConvBatchNormalization First { get; }

    /// <summary>The second convolution; its ReLU follows the sum.</summary>
    public ConvBatchNormalization Second { get; }

    /// <summary>Fits what came in to the sum; null where it fits as it is.</summary>
    public ConvBatchNormalization? Shortcut { get; }

    /// <inheritdoc/>
    public override long RunningStatistics =>
        First.RunningStatistics + Second.RunningStatistics + (Shortcut?.RunningStatistics ?? 0);

    /// <inheritdoc/>
    public override long[] OutputShape(long[] input) => First.OutputShape(input);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var kept = Shortcut is null ? input : Shortcut.call(input);
        return Second.call(First.call(input)).PlusInPlace(kept).relu_();
    }
}
