using System.Diagnostics;
using System.Globalization;
using Fingerspell.Training.Networks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Learning;

/// <summary>The training loop.</summary>
/// <remarks>
/// Every epoch starts the generator of random numbers anew from the seed and its own number. So the end of an epoch is
/// all a checkpoint needs to hold, and a training that was stopped ends with the very weights of one that was not.
/// </remarks>
public static class Trainer
{
    /// <summary>Trains a network.</summary>
    /// <param name="options">How.</param>
    /// <param name="task">What to learn, and what to validate on after each epoch.</param>
    /// <param name="folder">Where checkpoints are kept and, if some are there, gone on from; null to keep nothing.</param>
    /// <param name="watcher">Is told how it goes.</param>
    /// <param name="stop">Stops it after the batch in hand; the last checkpoint stays.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="FingerspellException">The loss is no number any more, or convolutions are wrong on this machine, see <see cref="OneDnn"/>.</exception>
    public static TrainedNetwork Train(
        TrainOptions options, LearningTask task, RunFolder? folder, ITrainingWatcher watcher, CancellationToken stop)
    {
        NativeHeap.KeepLargeBlocks();
        OneDnn.RequireRightConvolutions(options);
        if (options.MixedPrecision && !OneDnn.MultipliesBFloat16)
            watcher.Notice("warning: nothing here multiplies bfloat16, so that this takes several times as long as --mixed-precision false");
        random.manual_seed(options.Seed);
        var network = NetworkCatalog.Create(options.Network);
        if (options.MixedPrecision)
            network.LearnInBFloat16();
        var optimizer = new Adam(network.parameters(), options.WeightDecay);
        int batches = BatchesOf(task, options), firstAveraged = options.Epochs - options.AveragedEpochs + 1;
        var rate = new LearningRate(options, batches);

        List<EpochMetrics> history = [];
        byte[] best = [];
        WeightMean? mean = null;
        if (folder?.Load(watcher.Notice, discardDamaged: true) is { } checkpoint)
        {
            history.AddRange(checkpoint.History);
            best = checkpoint.Best;
            if (history.Count >= firstAveraged)
            {
                Weights.Restore(network, best);
                mean = new WeightMean(network, steps: (history.Count + 1 - firstAveraged) * batches);
            }
            Weights.Restore(network, checkpoint.Network);
            optimizer.Restore(checkpoint.Optimizer);
            history.ForEach(rate.EpochEnded);
        }

        using var events = EventLog.Open(folder, history);
        for (int epoch = history.Count + 1; epoch <= options.Epochs; epoch++)
        {
            random.manual_seed(options.Seed * 1_000_003L + epoch);
            var clock = Stopwatch.StartNew();
            if (epoch == firstAveraged)
                mean = new WeightMean(network, steps: 0);
            var (loss, accuracy, lastRate) = Learn(network, optimizer, task, options, rate, epoch, mean, watcher, stop);
            byte[] weights = Weights.Save(network);
            if (mean is not null)
            {
                mean.CopyTo(network);
                RunningStatistics.Renew(network, task, options.BatchSize);
            }
            var measured = task.Validate(network);
            if (measured is { } held && !double.IsFinite(held.Loss))
                throw NoNumber(lastRate, $"on what was held back, after epoch {epoch}");
            history.Add(new EpochMetrics(
                epoch, loss, accuracy, measured?.Loss, measured?.Accuracy, lastRate, clock.Elapsed.TotalSeconds));
            rate.EpochEnded(history[^1]);

            if (BestOf(history, options).Epoch == epoch)
                best = mean is null ? weights : Weights.Save(network);
            folder?.Save(new Checkpoint(history, weights, best, optimizer.Save()));
            if (mean is not null)
                Weights.Restore(network, weights);
            events.Add(history[^1]);
            watcher.EpochEnded(history[^1]);
            NativeHeap.Trim();
        }
        Weights.Restore(network, best);
        network.eval();
        return new TrainedNetwork(network, history);
    }

    /// <summary>The epoch of the lowest validation loss, or the last where nothing was held back or weights are averaged.</summary>
    internal static EpochMetrics BestOf(IReadOnlyList<EpochMetrics> history, TrainOptions options) =>
        history[^1].ValidationLoss is null || options.AveragedEpochs > 0 ? history[^1] : history.MinBy(epoch => epoch.ValidationLoss)!;

    static (double Loss, double Accuracy, double LearningRate) Learn(
        Network network, Adam optimizer, LearningTask task, TrainOptions options, LearningRate rate,
        int epoch, WeightMean? mean, ITrainingWatcher watcher, CancellationToken stop)
    {
        network.train();
        using var order = task.Order().DetachFromDisposeScope();
        int batches = BatchesOf(task, options);
        double lossSum = 0, correct = 0, learningRate = 0;
        int seen = 0;
        for (int batch = 0; batch < batches; batch++)
        {
            stop.ThrowIfCancellationRequested();
            // One scope a batch: a tensor outside a scope is never collected.
            using var scope = NewDisposeScope();
            int count = Math.Min(options.BatchSize, task.Samples - seen);
            var (input, target) = task.Batch(order.narrow(0, seen, count), coarse: epoch <= options.CoarseEpochs);
            var output = network.call(input);
            var loss = task.Loss(output, target);

            learningRate = rate.At((epoch - 1) * batches + batch);
            network.zero_grad();
            loss.backward();
            optimizer.Step(learningRate);
            mean?.Add(network);

            seen += count;
            lossSum += loss.item<float>() * (double)count;
            if (!double.IsFinite(lossSum))
                throw NoNumber(learningRate, $"in batch {batch + 1} of epoch {epoch}");
            correct += task.Right(output, target);
            watcher.BatchEnded(new BatchProgress(
                epoch, options.Epochs, batch + 1, batches, lossSum / seen, correct / seen, learningRate));
        }
        return (lossSum / seen, correct / seen, learningRate);
    }

    static FingerspellException NoNumber(double learningRate, string where) => new(string.Create(CultureInfo.InvariantCulture,
        $"the loss is no number any more, {where}; lower --learning-rate, which was {learningRate:G3}"));

    static int BatchesOf(LearningTask task, TrainOptions options) => (task.Samples + options.BatchSize - 1) / options.BatchSize;
}
