using System.Globalization;
using System.Text;

namespace Fingerspell.Training.Learning;

/// <summary>The folder of one training, <c>runs/&lt;network&gt;-&lt;n&gt;</c>: never overwritten, gone on with after a stop.</summary>
public sealed class RunFolder
{
    RunFolder(string path) => Path = path;

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>What the run was started with.</summary>
    public string ConfigFile => In("config.json");

    /// <summary>A row an epoch.</summary>
    public string MetricsFile => In("metrics.csv");

    /// <summary>The curves of those rows.</summary>
    public string CurvesFile => In("curves.png");

    /// <summary>The exported network.</summary>
    public string ModelFile => In("model.onnx");

    /// <summary>What the model is, and is for.</summary>
    public string ModelCardFile => In("model-card.md");

    /// <summary>TensorBoard's events.</summary>
    public string EventsFolder => In("tensorboard");

    string LastCheckpoint => In("weights/last");
    string PreviousCheckpoint => In("weights/previous");

    /// <summary>Makes the next free folder of a network.</summary>
    /// <param name="root">The folder of all runs.</param>
    /// <param name="network">The network's name.</param>
    /// <exception cref="FingerspellException">It cannot be made.</exception>
    public static RunFolder Create(string root, string network)
    {
        for (int number = 1; ; number++)
        {
            string path = System.IO.Path.Combine(root, $"{network}-{number}");
            if (Directory.Exists(path))
                continue;
            var folder = new RunFolder(path);
            Make(folder.In("weights"));
            if (folder.TryTake())
                return folder;
        }
    }

    /// <summary>Takes the folder, unless a training that was started at the same time has.</summary>
    bool TryTake()
    {
        try
        {
            // Two may make one folder and both succeed, but not one file. The configuration follows in its place.
            new FileStream(ConfigFile, FileMode.CreateNew).Dispose();
            return true;
        }
        catch (IOException) when (File.Exists(ConfigFile))
        {
            return false;
        }
    }

    /// <summary>The folder of a fold, which may have been begun before.</summary>
    /// <exception cref="FingerspellException">It cannot be made.</exception>
    public static RunFolder OpenOrCreate(string path)
    {
        Make(System.IO.Path.Combine(path, "weights"), "--folds");
        return new RunFolder(path);
    }

    /// <summary>Makes a folder for runs, where it is missing.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="option">The option that names another one.</param>
    /// <exception cref="FingerspellException">It cannot be made.</exception>
    internal static void Make(string folder, string option = "--runs")
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"the folder {folder} cannot be made: {e.Message}; name another one with {option}", e);
        }
    }

    /// <summary>Opens the folder of an earlier run.</summary>
    /// <exception cref="FingerspellException">It is not one.</exception>
    public static RunFolder Open(string path) =>
        File.Exists(System.IO.Path.Combine(path, "config.json"))
            ? new RunFolder(path)
            : throw new FingerspellException($"{path} is not the folder of a run: it has no config.json; name one such as runs/tutorial-1");

    /// <summary>The place of a file of this run.</summary>
    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes the configuration, or where one stands, makes sure that it is of the same training.</summary>
    /// <exception cref="FingerspellException">The folder is of another training.</exception>
    internal void Claim(RunConfig config)
    {
        if (!File.Exists(ConfigFile))
            config.Write(ConfigFile);
        else if (RunConfig.Read(ConfigFile) is var there && (there.Options != config.Options || !there.HasDataOf(config)))
            throw new FingerspellException($"{Path} holds a training with other options or data; name another folder, or give the same options");
    }

    /// <summary>Keeps a checkpoint, and the one before it in case this one comes to harm; writes the metrics beside.</summary>
    internal void Save(Checkpoint checkpoint)
    {
        if (File.Exists(LastCheckpoint))
            File.Move(LastCheckpoint, PreviousCheckpoint, overwrite: true);
        checkpoint.Write(LastCheckpoint);
        WriteMetrics(checkpoint.History);
    }

    /// <summary>The newest undamaged checkpoint, or null before the first epoch's end.</summary>
    /// <param name="notice">Is told when the newest is damaged and the one before is used.</param>
    /// <param name="discardDamaged">Whether a damaged one is deleted, for a training that goes on: its next save would keep it in the place of the good one.</param>
    internal Checkpoint? Load(Action<string> notice, bool discardDamaged = false)
    {
        if (Checkpoint.TryRead(LastCheckpoint) is { } last)
            return last;
        var previous = Checkpoint.TryRead(PreviousCheckpoint);
        if (File.Exists(LastCheckpoint))
        {
            if (discardDamaged)
                File.Delete(LastCheckpoint);
            notice($"{LastCheckpoint} is damaged; going on from "
                + (previous is null ? "the start" : $"{PreviousCheckpoint}, after epoch {previous.History.Count}"));
        }
        return previous;
    }

    void WriteMetrics(IReadOnlyList<EpochMetrics> history)
    {
        var text = new StringBuilder("epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds\n");
        foreach (var e in history)
            text.Append(CultureInfo.InvariantCulture,
                $"{e.Epoch},{e.Loss},{e.Accuracy},{e.ValidationLoss},{e.ValidationAccuracy},{e.LearningRate},{e.Seconds:F1}\n");
        WholeFile.Write(MetricsFile, text.ToString());
    }
}
