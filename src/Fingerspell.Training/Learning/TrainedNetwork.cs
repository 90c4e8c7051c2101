using Fingerspell.Training.Networks;

namespace Fingerspell.Training.Learning;

/// <summary>What a training comes to.</summary>
/// <param name="Network">
/// The network after its best epoch: the one of the lowest validation loss, or the last where nothing was held back or weights are averaged.
/// </param>
/// <param name="History">The epochs.</param>
public sealed record TrainedNetwork(Network Network, IReadOnlyList<EpochMetrics> History) : IDisposable
{
    /// <summary>Loads what a run has come to so far.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="notice">Is told where that is not all that it was to come to.</param>
    /// <exception cref="FingerspellException">Not one epoch of it is complete, or its checkpoints are damaged.</exception>
    public static TrainedNetwork Load(RunFolder folder, Action<string> notice)
    {
        var checkpoint = folder.Load(notice) ?? throw new FingerspellException(
            $"{folder.Path} has no undamaged weights; go on with it: fingerspell train --resume {folder.Path}");
        var options = RunConfig.Read(folder.ConfigFile).Options;
        if (checkpoint.History.Count < options.Epochs)
            notice($"{folder.Path} has {checkpoint.History.Count} of {options.Epochs} epochs; this is what it has come to so far");
        var network = NetworkCatalog.Create(options.Network);
        Weights.Restore(network, checkpoint.Best);
        network.eval();
        return new TrainedNetwork(network, checkpoint.History);
    }

    /// <inheritdoc/>
    public void Dispose() => Network.Dispose();
}
