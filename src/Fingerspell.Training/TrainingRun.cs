using Fingerspell.Letters;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;
using Fingerspell.Training.Export;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using Fingerspell.Training.Plots;

namespace Fingerspell.Training;

/// <summary>A whole training: split, learn, test, export, and leave all of it in a run folder.</summary>
public static class TrainingRun
{
    /// <summary>Starts a run in a new folder.</summary>
    /// <param name="options">How to train.</param>
    /// <param name="data">What to train on.</param>
    /// <param name="runs">The folder of all runs.</param>
    /// <param name="watcher">Is told how it goes.</param>
    /// <param name="stop">Stops it; what is done stays for <see cref="Resume"/>.</param>
    public static RunResult Start(
        TrainOptions options, TrainingData data, string runs, ITrainingWatcher watcher, CancellationToken stop)
    {
        RunFolder.Make(runs);       // what cannot be made is told before anything long
        using var lesson = Lesson.Prepare(options, data, watcher, stop);
        var folder = RunFolder.Create(runs, options.Network);
        lesson.Config.Write(folder.ConfigFile);
        using (var network = NetworkCatalog.Create(options.Network))
            watcher.Notice(Summary.Of(network));
        watcher.Notice($"{folder.Path}: {lesson.Config.TrainingRows} samples train, {lesson.Config.ValidationRows} validate");
        return Finish(folder, lesson, data, watcher, stop);
    }

    /// <summary>Goes on with a run where it stopped, with the options it was started with.</summary>
    /// <param name="path">The run's folder.</param>
    /// <param name="data">The data it was started on.</param>
    /// <param name="watcher">Is told how it goes.</param>
    /// <param name="stop">Stops it again.</param>
    /// <exception cref="FingerspellException">The folder is no run, or the data is other.</exception>
    public static RunResult Resume(string path, TrainingData data, ITrainingWatcher watcher, CancellationToken stop)
    {
        var folder = RunFolder.Open(path);
        var config = RunConfig.Read(folder.ConfigFile);
        // To prepare photographs takes minutes, so this is better known before. What a network does not learn from has no checksum.
        if (config.DatasetSha256.Length > 0)
            RequireSame("a training file", "--data", config.DatasetSha256, data.Rows.TrainSha256);
        if (config.PhotosSha256 is { } photos)
            RequireSame("photographs", "--photos", photos, data.Photos.Sha256);
        using var lesson = Lesson.Prepare(config.Options, data, watcher, stop);
        if (!config.HasDataOf(lesson.Config))
            throw new FingerspellException(
                $"{folder.Path} was started with {config.TrainingRows} samples to train and {config.ValidationRows} held back, and now there are {lesson.Config.TrainingRows} and {lesson.Config.ValidationRows}: sources.csv or the boxes have changed; train anew");
        return Finish(folder, lesson with { Config = config }, data, watcher, stop);

        void RequireSame(string what, string option, string started, string found)
        {
            if (started != found)
                throw new FingerspellException(
                    $"{folder.Path} was started on {what} with SHA-256 {started}, and what is found has another ({found}); name the right one with {option}");
        }
    }

    static RunResult Finish(RunFolder folder, Lesson lesson, TrainingData data, ITrainingWatcher watcher, CancellationToken stop)
    {
        using var trained = Learn(folder, lesson, watcher, stop);
        TrainingCurves.Write(folder.CurvesFile, trained.History);
        CheckedExport.Write(folder.ModelFile, trained.Network, ModelMetadata.Of(trained.Network, lesson.Config), data);
        var test = trained.Network.Name == "hand-finder" ? null : Test(folder, data.Rows.Test, stop);

        var best = Trainer.BestOf(trained.History, lesson.Config.Options);
        double[] seconds = [.. trained.History.Select(epoch => epoch.Seconds).Order()];
        double median = (seconds[(seconds.Length - 1) / 2] + seconds[seconds.Length / 2]) / 2;
        var options = lesson.Config.Options;
        var result = new RunResult(
            folder.Path, options.Network, options.Seed, trained.History.Count, best.Epoch, best.ValidationAccuracy,
            test?.Accuracy, test?.Count ?? 0, median);
        WholeFile.Write(folder.ModelCardFile, ModelCard.Of(result, lesson.Config, trained.Network));
        return result;
    }

    /// <summary>Reads the official test file with the exported model, as anybody would.</summary>
    static Predictions Test(RunFolder folder, DatasetSplit test, CancellationToken stop)
    {
        using var model = LetterModel.Load(folder.ModelFile);
        var predictions = DatasetEvaluation.Predict(model, test, stop: stop);
        EvaluationFiles.Write(folder.Path, predictions, test);
        return predictions;
    }

    static TrainedNetwork Learn(RunFolder folder, Lesson lesson, ITrainingWatcher watcher, CancellationToken stop)
    {
        try
        {
            return Trainer.Train(lesson.Config.Options, lesson.Task, folder, watcher, stop);
        }
        catch (OperationCanceledException)
        {
            watcher.Notice($"what is done is kept; go on with: fingerspell train --resume {folder.Path}");
            throw;
        }
    }
}
