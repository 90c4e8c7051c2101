namespace Fingerspell.Training.Learning;

/// <summary>Is told how a training goes.</summary>
public interface ITrainingWatcher
{
    /// <summary>A batch has been learned from.</summary>
    void BatchEnded(BatchProgress batch);

    /// <summary>An epoch has ended, its checkpoint is written.</summary>
    void EpochEnded(EpochMetrics epoch);

    /// <summary>Something a user should know.</summary>
    void Notice(string message);
}

/// <summary>Where in an epoch a training is.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">How many there are.</param>
/// <param name="Batch">Batches done in it.</param>
/// <param name="Batches">Batches of an epoch.</param>
/// <param name="Loss">Mean loss over the rows seen in it.</param>
/// <param name="Accuracy">Share of the rows seen in it whose letter was right.</param>
/// <param name="LearningRate">The learning rate of this batch.</param>
public readonly record struct BatchProgress(
    int Epoch, int Epochs, int Batch, int Batches, double Loss, double Accuracy, double LearningRate);
