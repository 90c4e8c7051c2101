using Fingerspell.Training.Data;
using Fingerspell.Training.Data.Photos;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using Fingerspell.Training.Tasks;

namespace Fingerspell.Training;

/// <summary>What a run learns, from which data.</summary>
/// <param name="Task">The task, with its samples; disposed with the lesson.</param>
/// <param name="Config">The run's configuration, with the data's checksums.</param>
sealed record Lesson(LearningTask Task, RunConfig Config) : IDisposable
{
    /// <summary>Reads and divides the data that the options' network learns from.</summary>
    /// <exception cref="FingerspellException">The data is not there, or cannot be divided as asked, or no training would be right on this machine.</exception>
    public static Lesson Prepare(TrainOptions options, TrainingData data, ITrainingWatcher watcher, CancellationToken stop)
    {
        // Photographs take minutes, so this is better known before.
        OneDnn.RequireRightConvolutions(options);
        return options.Network switch
        {
            "letters" => Letters(options, data, watcher, stop),
            "hand-finder" => Hands(options, data, watcher, stop),
            _ => Rows(options, data.Rows, watcher),
        };
    }

    public void Dispose() => Task.Dispose();

    static Lesson Rows(TrainOptions options, SignLanguageMnist dataset, ITrainingWatcher watcher)
    {
        if (options.Validation is null)
            options = options with { Validation = WhereKnown(dataset.Train, watcher) };
        if (options.Validation == Validation.Random)
            watcher.Notice("warning: random validation leaks: rows are variants of few photographs, and those of one photograph "
                + "stand on both sides; what it says is too good (validate by Photo or Signer)");
        var (train, validation) = ValidationSplit.Of(dataset.Train, options);
        return new Lesson(new RowTask(options, train, validation), new RunConfig(
            options, "Sign Language MNIST, training file", dataset.TrainSha256, train.Count, validation?.Count ?? 0,
            Versions.Current(), DateTimeOffset.UtcNow));
    }

    static Validation WhereKnown(DatasetSplit rows, ITrainingWatcher watcher)
    {
        if (rows.Sources is not null)
            return Validation.Photo;
        watcher.Notice("there is no sources.csv beside the data, which says which rows show one photograph: all rows train and none validate");
        return Validation.None;
    }

    static Lesson Letters(TrainOptions options, TrainingData data, ITrainingWatcher watcher, CancellationToken stop)
    {
        var (train, held) = Divided(data.Photos, options, watcher);
        var rows = PhotoSplit.RowsBeside(data.Rows.Train, held, options);
        watcher.Notice($"cutting the hands out of {train.Count + held.Count} photographs");
        return new Lesson(LetterTask.Load(options, train, rows, held, stop), LettersConfig(options, data, train, rows, held));
    }

    /// <summary>What a training of <c>letters</c> is started with.</summary>
    public static RunConfig LettersConfig(
        TrainOptions options, TrainingData data, IReadOnlyList<TrainingPhoto> train, DatasetSplit rows, IReadOnlyList<TrainingPhoto> held) => new(
            options, $"photographs and {rows.Count} rows of Sign Language MNIST, training file", data.Rows.TrainSha256, train.Count + rows.Count, held.Count,
            Versions.Current(), DateTimeOffset.UtcNow, data.Photos.Sha256);

    static Lesson Hands(TrainOptions options, TrainingData data, ITrainingWatcher watcher, CancellationToken stop)
    {
        var (train, held) = Divided(data.Photos, options, watcher);
        watcher.Notice($"reading {train.Count + held.Count} photographs");
        var task = new HandTask(
            options, HandScenes.Load(train, stop), options.DrawnHands == 0 ? null : DrawnScenes.Hands(options.DrawnHands * DrawnHands.Choice, stop),
            DrawnHeads.Draw(options.DrawnHeads, stop),
            held.Count == 0 ? null : HandScenes.Load(held, stop));
        return new Lesson(task, new RunConfig(
            options, "photographs", "", train.Count, held.Count, Versions.Current(), DateTimeOffset.UtcNow, data.Photos.Sha256));
    }

    static (IReadOnlyList<TrainingPhoto> Train, IReadOnlyList<TrainingPhoto> Held) Divided(
        TrainingPhotos photos, TrainOptions options, ITrainingWatcher watcher)
    {
        foreach (string notice in photos.Notices)
            watcher.Notice(notice);
        return PhotoSplit.Of(photos.Photos, options);
    }
}
