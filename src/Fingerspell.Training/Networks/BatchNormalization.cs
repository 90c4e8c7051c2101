using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Fingerspell.Training.Networks;

/// <summary>
/// Batch normalisation over the channels of a picture. Keras's defaults are epsilon 0.001 and momentum 0.99, which
/// PyTorch, counting the new share instead of the old, calls 0.01.
/// </summary>
public sealed class BatchNormalization : Layer
{
    readonly TorchSharp.Modules.BatchNorm2d normalisation;

    /// <summary>A batch normalisation of <paramref name="channels"/> channels.</summary>
    /// <param name="channels">Channels it is given and leaves.</param>
    /// <param name="momentum">Share of the old running statistics that a batch leaves standing, as Keras counts it.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public BatchNormalization(int channels, double momentum = 0.99, double epsilon = 1e-3)
        : base(nameof(BatchNormalization))
    {
        Epsilon = epsilon;
        normalisation = BatchNorm2d(channels, epsilon, 1 - momentum);
        RegisterComponents();
    }

    /// <summary>Added to the variance.</summary>
    public double Epsilon { get; }

    /// <summary>Gamma, [channels].</summary>
    public Tensor Scale => normalisation.weight!;

    /// <summary>Beta, [channels].</summary>
    public Tensor Shift => normalisation.bias!;

    /// <summary>Running mean, [channels].</summary>
    public Tensor Mean => normalisation.running_mean!;

    /// <summary>Running variance, [channels].</summary>
    public Tensor Variance => normalisation.running_var!;

    /// <inheritdoc/>
    public override long RunningStatistics => Mean.numel() + Variance.numel();

    /// <inheritdoc/>
    public override long[] OutputShape(long[] input) => input;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => normalisation.call(input);
}
