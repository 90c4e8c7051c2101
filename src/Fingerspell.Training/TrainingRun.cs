using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;
using Fingerspell.Training.Export;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using Fingerspell.Training.Plots;
using Fingerspell.Training.Tasks;

namespace Fingerspell.Training;

/// <summary>A whole training: split, learn, test, export, and leave all of it in a run folder.</summary>
public static class TrainingRun
{
    /// <summary>Starts a run in a new folder.</summary>
    /// <param name="options">How to train.</param>
    /// <param name="dataset">What to train on.</param>
    /// <param name="runs">The folder of all runs.</param>
    /// <param name="watcher">Is told how it goes.</param>
    /// <param name="stop">Stops it; what is done stays for <see cref="Resume"/>.</param>
    public static RunResult Start(
        TrainOptions options, SignLanguageMnist dataset, string runs, ITrainingWatcher watcher, CancellationToken stop)
    {
        var (train, validation) = ValidationSplit.Of(dataset.Train, options);
        var config = new RunConfig(options, "Sign Language MNIST, training file", dataset.TrainSha256, train.Count,
            validation?.Count ?? 0, Versions.Current(), DateTimeOffset.UtcNow);
        if (options.Validation == Validation.Random)
            watcher.Notice("warning: random validation leaks: rows are variants of few photographs, and those of one photograph "
                + "stand on both sides; what it says is too good (validate by Photo or Signer)");
        var folder = RunFolder.Create(runs, options.Network);
        config.Write(folder.ConfigFile);
        using (var network = NetworkCatalog.Create(options.Network))
            watcher.Notice(Summary.Of(network));
        watcher.Notice($"{folder.Path}: {config.TrainingRows} rows train, {config.ValidationRows} validate");
        return Finish(folder, config, dataset, train, validation, watcher, stop);
    }

    /// <summary>Goes on with a run where it stopped, with the options it was started with.</summary>
    /// <param name="path">The run's folder.</param>
    /// <param name="dataset">The dataset it was started on.</param>
    /// <param name="watcher">Is told how it goes.</param>
    /// <param name="stop">Stops it again.</param>
    /// <exception cref="FingerspellException">The folder is no run, or the dataset is another one.</exception>
    public static RunResult Resume(string path, SignLanguageMnist dataset, ITrainingWatcher watcher, CancellationToken stop)
    {
        var folder = RunFolder.Open(path);
        var config = RunConfig.Read(folder.ConfigFile);
        if (config.DatasetSha256 != dataset.TrainSha256)
            throw new FingerspellException(
                $"{folder.Path} was started on a training file with SHA-256 {config.DatasetSha256}, and {dataset.Place} has another "
                + $"({dataset.TrainSha256}); name the right one with --data");
        var (train, validation) = ValidationSplit.Of(dataset.Train, config.Options);
        return Finish(folder, config, dataset, train, validation, watcher, stop);
    }

    static RunResult Finish(
        RunFolder folder, RunConfig config, SignLanguageMnist dataset, DatasetSplit train, DatasetSplit? validation,
        ITrainingWatcher watcher, CancellationToken stop)
    {
        using var trained = Learn(folder, config, train, validation, watcher, stop);
        TrainingCurves.Write(folder.CurvesFile, trained.History);

        var predictions = new Predictions(
            dataset.Test.Labels, Predictor.Probabilities(trained.Network, dataset.Test), dataset.Test.Sources);
        EvaluationFiles.Write(folder.Path, predictions, dataset.Test);
        CheckedExport.Write(folder.ModelFile, trained.Network, config, dataset.Test);

        var best = Trainer.BestOf(trained.History);
        double[] seconds = [.. trained.History.Select(epoch => epoch.Seconds).Order()];
        var result = new RunResult(
            folder.Path, config.Options.Network, config.Options.Seed, trained.History.Count, best.Epoch, best.ValidationAccuracy,
            predictions.Accuracy, predictions.Count, seconds[seconds.Length / 2]);
        WholeFile.Write(folder.ModelCardFile, ModelCard.Of(result, config));
        return result;
    }

    static TrainedNetwork Learn(
        RunFolder folder, RunConfig config, DatasetSplit train, DatasetSplit? validation, ITrainingWatcher watcher, CancellationToken stop)
    {
        try
        {
            using var task = new RowTask(config.Options, train, validation);
            return Trainer.Train(config.Options, task, folder, watcher, stop);
        }
        catch (OperationCanceledException)
        {
            watcher.Notice($"what is done is kept; go on with: fingerspell train --resume {folder.Path}");
            throw;
        }
    }
}
