namespace Fingerspell.Training;

/// <summary>What a training run came to.</summary>
/// <param name="Run">The run's folder.</param>
/// <param name="Network">The network's name.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Epochs">Epochs trained.</param>
/// <param name="BestEpoch">The epoch whose weights were taken.</param>
/// <param name="ValidationAccuracy">Accuracy on the held-back rows after that epoch, 0–1, or null without any.</param>
/// <param name="TestAccuracy">Accuracy on the official test file, 0–1, or null where the network names no letters; of <c>letters</c>, whose photographs that file was made from, it says no more than that nothing is broken.</param>
/// <param name="TestRows">Rows of that file.</param>
/// <param name="SecondsPerEpoch">Median duration of an epoch.</param>
public sealed record RunResult(
    string Run, string Network, int Seed, int Epochs, int BestEpoch, double? ValidationAccuracy, double? TestAccuracy,
    int TestRows, double SecondsPerEpoch);
