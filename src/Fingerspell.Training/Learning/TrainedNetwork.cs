using Fingerspell.Training.Networks;

namespace Fingerspell.Training.Learning;

/// <summary>What a training comes to.</summary>
/// <param name="Network">
/// The network after its best epoch: the one of the lowest validation loss, or the last where nothing was held back.
/// </param>
/// <param name="History">The epochs.</param>
public sealed record TrainedNetwork(Network Network, IReadOnlyList<EpochMetrics> History) : IDisposable
{
    /// <summary>The number of the epoch whose weights the network has.</summary>
    public int BestEpoch => Trainer.BestOf(History).Epoch;

    /// <summary>Loads what a run has come to so far.</summary>
    /// <param name="folder">The run.</param>
    /// <exception cref="FingerspellException">Not one epoch of it is complete, or its checkpoints are damaged.</exception>
    public static TrainedNetwork Load(RunFolder folder)
    {
        var checkpoint = folder.Load() ?? throw new FingerspellException(
            $"{folder.Path} has no undamaged weights; go on with it: fingerspell train --resume {folder.Path}");
        var network = NetworkCatalog.Create(RunConfig.Read(folder.ConfigFile).Options.Network);
        Weights.Restore(network, checkpoint.Best);
        network.eval();
        return new TrainedNetwork(network, checkpoint.History);
    }

    /// <inheritdoc/>
    public void Dispose() => Network.Dispose();
}
