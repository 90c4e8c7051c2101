using static TorchSharp.torch;

namespace Fingerspell.Training.Networks;

/// <summary>
/// A convolution without bias, then a batch normalisation, then perhaps a ReLU: the order in which the normalisation
/// folds exactly into the convolution when the network is exported.
/// </summary>
public sealed class ConvBatchNormalization : Layer
{
    /// <summary>A convolution of <paramref name="inputs"/> channels to <paramref name="filters"/>.</summary>
    /// <param name="inputs">Channels it is given.</param>
    /// <param name="filters">Channels it makes.</param>
    /// <param name="kernel">Side of the kernel, odd.</param>
    /// <param name="stride">Step between output pixels.</param>
    /// <param name="relu">Whether a ReLU comes last.</param>
    public ConvBatchNormalization(int inputs, int filters, int kernel = 3, int stride = 1, bool relu = true)
        : base("ConvBatchNorm")
    {
        HasRelu = relu;
        Convolution = new Conv2D(inputs, filters, kernel, stride, bias: false);
        Normalisation = new BatchNormalization(filters, momentum: 0.9, epsilon: 1e-5);
        register_module("convolution", Convolution);
        register_module("normalisation", Normalisation);
    }

    /// <summary>Whether a ReLU comes last.</summary>
    public bool HasRelu { get; }

    /// <summary>The convolution.</summary>
    public Conv2D Convolution { get; }

    /// <summary>The batch normalisation.</summary>
    public BatchNormalization Normalisation { get; }

    /// <inheritdoc/>
    public override long RunningStatistics => Normalisation.RunningStatistics;

    /// <inheritdoc/>
    public override long[] OutputShape(long[] input) => Convolution.OutputShape(input);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var output = Normalisation.call(Convolution.call(input));
        return HasRelu ? output.relu_() : output;
    }
}
