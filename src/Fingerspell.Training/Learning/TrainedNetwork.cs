using Fingerspell.Training.Networks;

namespace Fingerspell.Training.Learning;

/// <summary>What a training comes to.</summary>
/// <param name="Network">
/// The network after its best epoch: the one of the lowest validation loss, or the last where nothing was held back.
/// </param>
/// <param name="History">The epochs.</param>
public sealed record TrainedNetwork(LetterNetwork Network, IReadOnlyList<EpochMetrics> History) : IDisposable
{
    /// <summary>The number of the epoch whose weights the network has.</summary>
    public int BestEpoch => Trainer.BestOf(History).Epoch;

    /// <inheritdoc/>
    public void Dispose() => Network.Dispose();
}
