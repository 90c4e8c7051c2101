using Fingerspell.Training.Data;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Tasks;

namespace Fingerspell.Benchmarks.Once;

/// <summary>An epoch of the tutorial's network on all 27,455 training rows, batch 128, two threads: the second one, when everything is warm.</summary>
static class TutorialEpoch
{
    public static void Run()
    {
        var rows = SignLanguageMnist.Load(null).Train;
        var options = Recipe.For("tutorial") with { Epochs = 2, Threads = 2, Validation = Validation.None };
        using var task = new RowTask(options, rows, validation: null);
        using var trained = Trainer.Train(options, task, folder: null, new Silent(), CancellationToken.None);
        Clock.Say("epoch s", trained.History[^1].Seconds);
        Clock.Say("loss", trained.History[^1].Loss);
    }

    sealed class Silent : ITrainingWatcher
    {
        public void Notice(string message)
        {
        }

        public void BatchEnded(BatchProgress batch)
        {
        }

        public void EpochEnded(EpochMetrics epoch)
        {
        }
    }
}
