using TorchSharp.Modules;
using static TorchSharp.torch.utils;

namespace Fingerspell.Training.Learning;

/// <summary>The metrics as TensorBoard reads them. Begun anew when a run goes on, so that no epoch stands there twice.</summary>
sealed class EventLog : IDisposable
{
    readonly SummaryWriter? writer;

    EventLog(SummaryWriter? writer) => this.writer = writer;

    public static EventLog Open(RunFolder? folder, IEnumerable<EpochMetrics> history)
    {
        if (folder is null)
            return new EventLog(null);
        if (Directory.Exists(folder.EventsFolder))
            Directory.Delete(folder.EventsFolder, recursive: true);
        var log = new EventLog(tensorboard.SummaryWriter(folder.EventsFolder, createRunName: false));
        foreach (var epoch in history)
            log.Add(epoch);
        return log;
    }

    public void Add(EpochMetrics epoch)
    {
        Scalar("loss/train", epoch.Loss);
        Scalar("accuracy/train", epoch.Accuracy);
        Scalar("loss/validation", epoch.ValidationLoss);
        Scalar("accuracy/validation", epoch.ValidationAccuracy);
        Scalar("learning_rate", epoch.LearningRate);

        void Scalar(string name, double? value)
        {
            if (value is { } number)
                writer?.add_scalar(name, (float)number, epoch.Epoch);
        }
    }

    public void Dispose() => (writer as IDisposable)?.Dispose();
}
