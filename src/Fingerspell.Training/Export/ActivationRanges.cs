using Fingerspell.Training.Networks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Export;

/// <summary>
/// Between which numbers lies what the layers of a network give for some pictures, which is what eight bits have to tell apart.
/// </summary>
sealed class ActivationRanges
{
    const int BatchSize = 64;

    readonly Dictionary<Layer, List<(float Low, float High)>> seen = [];

    ActivationRanges()
    {
    }

    /// <summary>Runs a network over pictures and looks at what its folded convolutions, blocks and contexts give.</summary>
    /// <param name="network">The network.</param>
    /// <param name="pixels">uint8 [n, channels, side, side], one or more.</param>
    /// <exception cref="FingerspellException">The network has none of these layers.</exception>
    public static ActivationRanges Of(Network network, Tensor pixels)
    {
        var ranges = new ActivationRanges();
        var layers = network.modules().OfType<Layer>().Where(layer => layer is ConvBatchNormalization or ResidualBlock or CoarseContext).ToList();
        if (layers.Count == 0)
            throw new FingerspellException($"{network.Name} has no convolution into which its normalisation folds, so none to compute in eight bits; choose another precision");
        var hooks = layers.Select(layer => layer.register_forward_hook((_, _, output) =>
        {
            ranges.Add(layer, output);
            return output;
        })).ToList();
        try
        {
            network.eval();
            using var quick = inference_mode();
            for (long start = 0; start < pixels.shape[0]; start += BatchSize)
            {
                using var scope = NewDisposeScope();
                network.call(pixels.narrow(0, start, Math.Min(BatchSize, pixels.shape[0] - start)).to(ScalarType.Float32));
            }
        }
        finally
        {
            hooks.ForEach(hook => hook.remove());
        }
        return ranges;
    }

    /// <summary>
    /// The range of a layer's numbers: the means of the lowest and of the highest one of each batch; 0 is in it. Cutting peaks off, which makes the steps of
    /// all others finer, was seen to make the hand finder less sure.
    /// </summary>
    public (float Low, float High) this[Layer layer] => (
        Math.Min(0, seen[layer].Average(range => range.Low)),
        Math.Max(0, seen[layer].Average(range => range.High)));

    void Add(Layer layer, Tensor output)
    {
        if (!seen.TryGetValue(layer, out var list))
            seen[layer] = list = [];
        list.Add((output.min().item<float>(), output.max().item<float>()));
    }
}
