using static TorchSharp.torch;

namespace Fingerspell.Training.Networks;

/// <summary>
/// Layers that name the letter and, while they learn, are asked beside it where in the picture the hand is: maps in which that
/// can be told lose less of the hand to what is behind it. Reading does without.
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

    /// <returns>[batch, letters]; while it learns [batch, letters + cells], the letters first.</returns>
    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        var letters = Rest.Aggregate(input, (values, layer) => layer.call(values));
        return training ? cat([letters, Shape.call(input).flatten(1)], 1) : letters;
    }
}
