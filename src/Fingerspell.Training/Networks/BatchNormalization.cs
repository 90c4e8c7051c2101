using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Fingerspell.Training.Networks;

/// <summary>
/// Batch normalisation over the channels of a picture. Keras's defaults are epsilon 0.001 and momentum 0.99, which
/// PyTorch, counting the new share instead of the old, calls 0.01.
/// </summary>
/// <remarks>Not TorchSharp's module: its count of batches is one more <see cref="TorchSharp.Scalar"/>; see <see cref="Arithmetic"/>.</remarks>
public sealed class BatchNormalization : Layer
{
    readonly double newShare;

    /// <summary>A batch normalisation of <paramref name="channels"/> channels.</summary>
    /// <param name="channels">Channels it is given and leaves.</param>
    /// <param name="momentum">Share of the old running statistics that a batch leaves standing, as Keras counts it.</param>
    /// <param name="epsilon">Added to the variance.</param>
    public BatchNormalization(int channels, double momentum = 0.99, double epsilon = 1e-3)
        : base(nameof(BatchNormalization))
    {
        Epsilon = epsilon;
        newShare = 1 - momentum;
        Scale = new Parameter(ones(channels));
        Shift = new Parameter(zeros(channels));
        Mean = zeros(channels);
        Variance = ones(channels);
        register_parameter("scale", Scale);
        register_parameter("shift", Shift);
        register_buffer("mean", Mean);
        register_buffer("variance", Variance);
    }

    /// <summary>Added to the variance.</summary>
    public double Epsilon { get; }

    /// <summary>Gamma, [channels].</summary>
    public Parameter Scale { get; }

    /// <summary>Beta, [channels].</summary>
    public Parameter Shift { get; }

    /// <summary>Running mean, [channels].</summary>
    public Tensor Mean { get; }

    /// <summary>Running variance, [channels].</summary>
    public Tensor Variance { get; }

    /// <summary>The share that the next batch has in the running statistics, 0–1; null for what momentum leaves.</summary>
    public double? NextShare { get; set; }

    /// <inheritdoc/>
    public override long RunningStatistics => Mean.numel() + Variance.numel();

    /// <inheritdoc/>
    public override long[] OutputShape(long[] input) => input;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) =>
        functional.batch_norm(input, Mean, Variance, Scale, Shift, training, NextShare ?? newShare, Epsilon);
}
