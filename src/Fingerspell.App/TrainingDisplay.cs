using System.Globalization;
using Fingerspell.Training.Learning;
using Spectre.Console;

namespace Fingerspell.App;

/// <summary>Shows how a training goes: a bar an epoch on a terminal, and everywhere a line when an epoch has ended.</summary>
sealed class TrainingDisplay : ITrainingWatcher
{
    readonly ProgressContext? bars;
    ProgressTask? bar;
    int barEpoch, epochs;

    TrainingDisplay(ProgressContext? bars) => this.bars = bars;

    /// <summary>Does the training with its progress on standard error.</summary>
    public static T Run<T>(Func<ITrainingWatcher, T> training) =>
        !Terminal.IsInteractive
            ? training(new TrainingDisplay(null))
            : Terminal.Status.Progress().AutoClear(true).HideCompleted(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(bars => training(new TrainingDisplay(bars)));

    public void BatchEnded(BatchProgress batch)
    {
        epochs = batch.Epochs;
        if (bars is null)
            return;
        if (bar is null || barEpoch != batch.Epoch)
        {
            bar = bars.AddTask("epoch", maxValue: batch.Batches);
            barEpoch = batch.Epoch;
        }
        bar.Description = string.Create(CultureInfo.InvariantCulture,
            $"Epoch {batch.Epoch}/{batch.Epochs}  batch {batch.Batch}/{batch.Batches}  loss {batch.Loss:F4}  accuracy {batch.Accuracy:F4}  lr {batch.LearningRate:0.0e+0}");
        bar.Value = batch.Batch;
    }

    public void EpochEnded(EpochMetrics epoch) => Terminal.WriteLine(Line(epoch, epochs));

    public void Notice(string message) => Terminal.WriteLine(message);

    /// <summary>The line of an epoch, in Keras's words.</summary>
    internal static string Line(EpochMetrics epoch, int epochs)
    {
        string validation = epoch.ValidationLoss is null
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $" - val_loss: {epoch.ValidationLoss:F4} - val_accuracy: {epoch.ValidationAccuracy:F4}");
        return string.Create(CultureInfo.InvariantCulture,
            $"Epoch {epoch.Epoch}/{epochs} - {epoch.Seconds:F0}s - loss: {epoch.Loss:F4} - accuracy: {epoch.Accuracy:F4}{validation} - lr: {epoch.LearningRate:0.0e+00}");
    }
}
