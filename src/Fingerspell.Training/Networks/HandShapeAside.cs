using static TorchSharp.torch;

namespace Fingerspell.Training.Networks;

/// <summary>
/// Layers that name the letter and are asked beside it where in the picture the hand is: while they learn, since maps in which that
/// can be told lose less of the hand to what is behind it; and when they read, to weigh the letters, see <see cref="Weight"/>.
/// </summary>
public sealed class HandShapeAside : Layer
{
    /// <summary>The shape is told by maps of <paramref name="channels"/>, from which <paramref name="rest"/> goes on.</summary>
    /// <param name="channels">Channels it is given.</param>
    /// <param name="rest">What follows, up to the logits.</param>
    public HandShapeAside(int channels, params Layer[] rest) : base(nameof(HandShapeAside))
    {
        Shape = new Conv2D(channels, 1, kernel: 1);
        Rest = rest;
        register_module("shape", Shape);
        for (int i = 0; i < rest.Length; i++)
            register_module($"rest_{i}", rest[i]);
    }

    /// <summary>Says of each cell of the maps how likely the hand covers it, as a logit.</summary>
    public Conv2D Shape { get; }

    /// <summary>What follows, up to the logits of the letters.</summary>
    public IReadOnlyList<Layer> Rest { get; }

    /// <inheritdoc/>
    public override long RunningStatistics => Rest.Sum(layer => layer.RunningStatistics);

    /// <summary>The shape when it reads.</summary>
    public override long[] OutputShape(long[] input) => Rest.Aggregate(input, (shape, layer) => layer.OutputShape(shape));

    /// <returns>[batch, letters], weighed; while it learns [batch, letters + cells], the letters first and as they are.</returns>
    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var letters = Rest.Aggregate(input, (values, layer) => layer.call(values));
        var shape = Shape.call(input);
        return training ? cat([letters, shape.flatten(1)], 1) : letters * Weight(shape);
    }

    /// <summary>
    /// What the letters' logits are multiplied by, so that what is said of a place counts as much as a hand is seen there: the
    /// fourth power of the surest cell's probability. Where that is low all letters become equally likely. Of several powers and means this one kept most letters
    /// of signers held back (docs/how-the-models-came-about.md).
    /// </summary>
    /// <param name="shape">[batch, 1, cells, cells]: logits.</param>
    /// <returns>[batch, 1], 0–1.</returns>
    static Tensor Weight(Tensor shape)
    {
        var surest = shape.sigmoid().amax([2, 3]);
        var twice = surest * surest;
        return twice * twice;
    }
}
