namespace Fingerspell.Training.Learning;

/// <summary>
/// Keras's callback of that name: when the monitored figure has not improved for <c>patience</c> epochs, the learning
/// rate is multiplied by <c>factor</c>, down to <c>min_lr</c>
/// (<see href="https://keras.io/api/callbacks/reduce_lr_on_plateau/"/>; no cooldown).
/// </summary>
/// <param name="learningRate">The learning rate before the first epoch.</param>
/// <param name="monitor">Loss must fall, accuracy must rise, to count as better.</param>
/// <param name="factor">What the rate is multiplied by.</param>
/// <param name="patience">Epochs without improvement before it is.</param>
/// <param name="minDelta">A change has to be larger than this to count as better.</param>
/// <param name="minLearningRate">The rate never falls below this.</param>
public sealed class ReduceLROnPlateau(
    double learningRate, Monitor monitor, double factor = 0.1, int patience = 2, double minDelta = 1e-4, double minLearningRate = 1e-4)
{
    double best = monitor == Monitor.Loss ? double.PositiveInfinity : double.NegativeInfinity;
    int wait;

    /// <summary>The learning rate of the next epoch.</summary>
    public double LearningRate { get; private set; } = learningRate;

    /// <summary>Takes an epoch's figure and lowers the rate where it is time.</summary>
    /// <param name="figure">The epoch's loss or accuracy.</param>
    public void EpochEnded(double figure)
    {
        bool better = monitor == Monitor.Loss ? figure < best - minDelta : figure > best + minDelta;
        if (better)
        {
            best = figure;
            wait = 0;
            return;
        }
        if (++wait < patience)
            return;
        // Keras compares before it lowers, so the count goes on at the lowest rate.
        if (LearningRate > minLearningRate)
        {
            LearningRate = Math.Max(LearningRate * factor, minLearningRate);
            wait = 0;
        }
    }
}
