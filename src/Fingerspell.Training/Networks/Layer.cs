using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Fingerspell.Training.Networks;

/// <summary>
/// One layer of a network: what it computes and the shape it leaves. Its kind is the name that Keras gives the same
/// layer, so that a summary reads as a Keras user expects.
/// </summary>
/// <param name="kind">The Keras class, such as <c>Conv2D</c>.</param>
public abstract class Layer(string kind) : Module<Tensor, Tensor>(kind)
{
    /// <summary>The Keras class, such as <c>Conv2D</c>.</summary>
    public string Kind { get; } = kind;

    /// <summary>The shape this layer leaves, without the batch.</summary>
    /// <param name="input">The shape it is given: channels, height, width; or units.</param>
    public abstract long[] OutputShape(long[] input);

    /// <summary>How many numbers of it training changes.</summary>
    public long TrainableParameters => parameters().Sum(p => p.numel());

    /// <summary>How many numbers a batch normalisation in it gathers: running means and variances.</summary>
    public virtual long RunningStatistics => 0;
}
