using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Fingerspell.Training.Networks;

/// <summary>
/// Looks at the surroundings of each cell: layers at half the size, made as large again and added to what came in (as in
/// Lin et al. 2017, "Feature Pyramid Networks for Object Detection").
/// </summary>
public sealed class CoarseContext : Layer
{
    /// <summary>Surroundings of <paramref name="channels"/> channels, seen by <paramref name="coarse"/>.</summary>
    /// <param name="channels">Channels it is given and leaves; the picture has even sides.</param>
    /// <param name="coarse">Channels at half the size.</param>
    /// <param name="further">Surroundings of those in turn, or null: a layer that leaves shape and channels as they are.</param>
    public CoarseContext(int channels, int coarse, CoarseContext? further = null) : base(nameof(CoarseContext))
    {
        Layer[] between = further is null ? [] : [further];
        Steps =
        [
            new ResidualBlock(channels, coarse, stride: 2), .. between, new ResidualBlock(coarse, coarse, stride: 1),
            new ConvBatchNormalization(coarse, channels, kernel: 1, relu: false),
        ];
        for (int i = 0; i < Steps.Count; i++)
            register_module($"step_{i}", Steps[i]);
    }

    /// <summary>The layers at half the size.</summary>
    public IReadOnlyList<Layer> Steps { get; }

    /// <inheritdoc/>
    public override long RunningStatistics => Steps.Sum(step => step.RunningStatistics);

    /// <inheritdoc/>
    public override long[] OutputShape(long[] input) => input;

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var coarse = Steps.Aggregate(input, (values, step) => step.call(values));
        return functional.interpolate(coarse, [input.shape[2], input.shape[3]], mode: InterpolationMode.Nearest).Plus(input).relu_();
    }
}
