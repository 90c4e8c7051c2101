namespace Fingerspell.Training.Learning;

/// <summary>The learning rate of each step, from the options and the epochs that have ended.</summary>
/// <remarks>It keeps nothing that the epochs' metrics do not tell, so a resumed training replays them and is where it was.</remarks>
sealed class LearningRate(TrainOptions options, int stepsPerEpoch)
{
    const double WarmUp = 0.1;

    /// <summary>The share of the rate that steps have whose weights are averaged: enough to go on from where the cosine ends.</summary>
    const double WhileAveraging = 0.3;

    readonly ReduceLROnPlateau plateau = new(options.LearningRate, options.Monitor);

    /// <summary>The rate of a step, counted from 0 over all epochs.</summary>
    public double At(int step)
    {
        if (options.Schedule == Schedule.Plateau)
            return plateau.LearningRate;
        int steps = (options.Epochs - options.AveragedEpochs) * stepsPerEpoch;
        if (step >= steps)
            return options.LearningRate * WhileAveraging;
        double done = (double)step / steps;
        double rise = Math.Min(1, (step + 1) / (WarmUp * steps));
        return options.LearningRate * rise * 0.5 * (1 + Math.Cos(Math.PI * done));
    }

    public void EpochEnded(EpochMetrics metrics) =>
        plateau.EpochEnded(options.Monitor == Monitor.Loss ? metrics.Loss : metrics.Accuracy);
}
