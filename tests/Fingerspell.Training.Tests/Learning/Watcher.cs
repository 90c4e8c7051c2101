using Fingerspell.Training.Learning;

namespace Fingerspell.Training.Tests.Learning;

/// <summary>Keeps what it is told; can do something after a batch.</summary>
sealed class Watcher(Action<BatchProgress>? afterBatch = null) : ITrainingWatcher
{
    public List<EpochMetrics> Epochs { get; } = [];
    public List<string> Notices { get; } = [];

    public void BatchEnded(BatchProgress batch) => afterBatch?.Invoke(batch);
    public void EpochEnded(EpochMetrics epoch) => Epochs.Add(epoch);
    public void Notice(string message) => Notices.Add(message);
}
