using Fingerspell.Training.Networks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Learning;

/// <summary>What a network is taught: samples, how they are varied, what is made small, when it is right.</summary>
/// <remarks>
/// All chance comes from PyTorch's generator, which the <see cref="Trainer"/> seeds before each epoch: the same seed
/// gives the same training, stopped and gone on with or not.
/// </remarks>
public abstract class LearningTask : IDisposable
{
    /// <summary>Samples of an epoch.</summary>
    public abstract int Samples { get; }

    /// <summary>The samples of the next epoch by their positions, in the order of learning: int64 [<see cref="Samples"/>].</summary>
    public virtual Tensor Order() => randperm(Samples, ScalarType.Int64);

    /// <summary>A batch, varied by chance.</summary>
    /// <param name="positions">Some of <see cref="Order"/>: int64 [batch].</param>
    /// <param name="coarse">Whether in pictures of <see cref="Network.CoarseSide"/>, which <c>letters</c> and <c>hand-finder</c> learn from.</param>
    /// <returns>What the network is given, levels 0–255 as float32, and what it should say, as <see cref="Loss"/> takes it.</returns>
    public abstract (Tensor Input, Tensor Target) Batch(Tensor positions, bool coarse = false);

    /// <summary>What training makes small: a single number, the mean over the batch or over what counts in it.</summary>
    /// <param name="output">What the network says of a batch.</param>
    /// <param name="target">What it should say.</param>
    public abstract Tensor Loss(Tensor output, Tensor target);

    /// <summary>How many samples of a batch the network is right about.</summary>
    /// <param name="output">What the network says of a batch.</param>
    /// <param name="target">What it should say.</param>
    public abstract int Right(Tensor output, Tensor target);

    /// <summary>Mean loss and share of right answers on what was held back, or null where nothing was. Draws no random number.</summary>
    public abstract (double Loss, double Accuracy)? Validate(Network network);

    /// <summary>Gives the samples' memory back.</summary>
    public abstract void Dispose();

    /// <summary>A generator that PyTorch's own starts, for what is not done with tensors.</summary>
    private protected static Random Chance() => new((int)randint(0, int.MaxValue, [1], ScalarType.Int64).data<long>()[0]);
}
