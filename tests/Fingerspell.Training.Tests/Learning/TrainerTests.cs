using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using Fingerspell.Training.Tasks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tests.Learning;

[Collection(PyTorchTests.Name)]
public sealed class TrainerTests : IDisposable
{
    static readonly DatasetSplit Rows = MadeData.Split(64), Held = MadeData.Split(24, seed: 2, "validation");

    readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("tutorial")]
    [InlineData("residual")]
    public void The_same_seed_gives_the_same_weights_bit_for_bit(string network)
    {
        var options = Options(network);
        Assert.Equal(WeightsOf(options), WeightsOf(options));
        Assert.NotEqual(WeightsOf(options), WeightsOf(options with { Seed = 2 }));
    }

    [Theory]
    [InlineData("tutorial", 0)]
    [InlineData("residual", 0)]
    [InlineData("residual", 0.25)]
    [InlineData("residual", 0.75)]
    public void A_stopped_and_resumed_training_ends_with_the_weights_of_an_uninterrupted_one(string network, double averaged)
    {
        var options = Options(network) with { Averaged = averaged };
        var folder = RunFolder.Create(place.Path, network);
        using var stop = new CancellationTokenSource();
        // In the middle of the third epoch.
        var stopping = new Watcher(batch => { if (batch is { Epoch: 3, Batch: 2 }) stop.Cancel(); });
        Assert.Throws<OperationCanceledException>(() => Train(options, Held, folder, stopping, stop.Token));

        var resumed = new Watcher();
        using var trained = Train(options, Held, folder, resumed, TestContext.Current.CancellationToken);

        Assert.Equal([3, 4], resumed.Epochs.Select(e => e.Epoch));
        Assert.Equal(WeightsOf(options), Weights.Save(trained.Network));
    }

    [Fact]
    public void A_loss_that_is_no_number_any_more_is_told_with_what_to_do()
    {
        var options = Options("tutorial") with { LearningRate = 1e30 };
        var folder = RunFolder.Create(place.Path, "tutorial");
        var error = Assert.Throws<FingerspellException>(() => Train(options, Held, folder, new Watcher(), TestContext.Current.CancellationToken));
        Assert.Contains("of epoch 1; lower --learning-rate, which was 1E+30", error.Message, StringComparison.Ordinal);
        Assert.Null(folder.Load(Assert.Fail));
    }

    [Fact]
    public void A_loss_of_what_was_held_back_that_is_no_number_is_told_too_and_no_checkpoint_kept()
    {
        var folder = RunFolder.Create(place.Path, "tutorial");
        var options = Options("tutorial");
        using var task = new Watched(new RowTask(options, Rows, Held), heldLoss: double.NaN);
        var error = Assert.Throws<FingerspellException>(() => Trainer.Train(options, task, folder, new Watcher(), TestContext.Current.CancellationToken));
        Assert.Contains("on what was held back, after epoch 1; lower --learning-rate", error.Message, StringComparison.Ordinal);
        Assert.Null(folder.Load(Assert.Fail));
    }

    sealed class Watched(LearningTask task, double heldLoss) : LearningTask
    {
        /// <summary>Of each batch that was made.</summary>
        public List<bool> Coarse { get; } = [];

        public override int Samples => task.Samples;

        public override (Tensor Input, Tensor Target) Batch(Tensor positions, bool coarse = false)
        {
            Coarse.Add(coarse);
            return task.Batch(positions, coarse);
        }

        public override Tensor Loss(Tensor output, Tensor target) => task.Loss(output, target);

        public override int Right(Tensor output, Tensor target) => task.Right(output, target);

        public override (double Loss, double Accuracy)? Validate(Network network) => (heldLoss, 0);

        public override void Dispose() => task.Dispose();
    }

    [Fact]
    public void The_first_epochs_learn_from_coarse_pictures_where_the_options_say_so()
    {
        var options = Options("letters") with { BatchSize = Rows.Count, Coarse = 0.75 };
        using var task = new Watched(new RowTask(options, Rows, validation: null), heldLoss: 1);
        using var trained = Trainer.Train(options, task, null, new Watcher(), TestContext.Current.CancellationToken);
        Assert.Equal([true, true, true, false], task.Coarse);
    }

    [Fact]
    public void A_damaged_checkpoint_is_noticed_and_the_one_before_is_used()
    {
        var options = Options("tutorial");
        var folder = RunFolder.Create(place.Path, "tutorial");
        using (Train(options with { Epochs = 3 }, Held, folder, new Watcher(), TestContext.Current.CancellationToken))
        {
        }
        byte[] file = File.ReadAllBytes(folder.In("weights/last"));
        file[file.Length / 2] ^= 1;
        File.WriteAllBytes(folder.In("weights/last"), file);

        var watcher = new Watcher();
        using var trained = Train(options, Held, folder, watcher, TestContext.Current.CancellationToken);

        Assert.Contains("damaged", Assert.Single(watcher.Notices), StringComparison.Ordinal);
        Assert.Equal([3, 4], watcher.Epochs.Select(e => e.Epoch));
        Assert.Equal(WeightsOf(options), Weights.Save(trained.Network));
    }

    [Fact]
    public void A_checkpoint_cut_short_is_damaged_too()
    {
        string path = Path.Combine(place.Path, "last");
        new Checkpoint([], [1, 2, 3], [4], [5, 6]).Write(path);
        Assert.Equal([1, 2, 3], Checkpoint.TryRead(path)!.Network);
        byte[] whole = File.ReadAllBytes(path);
        for (int length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.Null(Checkpoint.TryRead(path));
        }
    }

    [Fact]
    public void Learns_what_can_be_learned()
    {
        var options = Options("tutorial") with { Epochs = 12 };
        var watcher = new Watcher();
        using var trained = Train(options, Held, null, watcher, TestContext.Current.CancellationToken);
        Assert.True(watcher.Epochs[^1].Accuracy > 0.9, $"accuracy {watcher.Epochs[^1].Accuracy}");
        Assert.True(watcher.Epochs[^1].Loss < watcher.Epochs[0].Loss / 2);
    }

    [Fact]
    public void The_network_is_the_mean_of_the_averaged_epochs_and_not_the_best_of_them()
    {
        // One step an epoch, so that every checkpoint has a step's weights.
        var options = Options("residual") with { BatchSize = Rows.Count, Averaged = 0.5 };
        var folder = RunFolder.Create(place.Path, "residual");
        var steps = new List<byte[]>();
        var watcher = new Watcher(batch => { if (batch.Epoch == 4) steps.Add(folder.Load(Assert.Fail)!.Network); });
        using var trained = Train(options, Held, folder, watcher, TestContext.Current.CancellationToken);
        steps.Add(folder.Load(Assert.Fail)!.Network);

        using var network = NetworkCatalog.Create("residual");
        var each = steps.Select(NumbersOf).ToList();
        var mean = NumbersOf(Weights.Save(trained.Network));
        Assert.NotEqual(each[0], each[1]);
        Assert.All(mean.Zip(each[0].Zip(each[1])), n => Assert.Equal((n.Second.First + n.Second.Second) / 2, n.First, 1e-6f));

        float[] NumbersOf(byte[] weights)
        {
            Weights.Restore(network, weights);
            return [.. network.parameters().SelectMany(numbers => numbers.data<float>().ToArray())];
        }
    }

    [Fact]
    public void Running_statistics_are_measured_anew_over_batches_and_the_weights_stay()
    {
        using var scope = TorchSharp.torch.NewDisposeScope();
        TorchSharp.torch.random.manual_seed(1);
        var network = NetworkCatalog.Create("residual");
        byte[] before = Weights.Save(network);
        var first = network.modules().OfType<BatchNormalization>().First();
        first.Mean.fill_(1e6f);
        using var task = new RowTask(Options("residual") with { Augmentation = 0 }, Rows, null);
        RunningStatistics.Renew(network, task, batchSize: 16);
        // Four batches have all rows once; the first layer's mean over all of them is the mean of theirs.
        float[] measured = first.Mean.data<float>().ToArray();
        RunningStatistics.Renew(network, task, batchSize: Rows.Count);
        Assert.All(measured.Zip(first.Mean.data<float>().ToArray()), mean => Assert.Equal(mean.Second, mean.First, 1e-4f));
        Assert.All(measured, mean => Assert.InRange(mean, -100, 100));

        using var again = NetworkCatalog.Create("residual");
        Weights.Restore(again, before);
        Assert.All(network.parameters().Zip(again.parameters()), pair => Assert.Equal(pair.Second.data<float>().ToArray(), pair.First.data<float>().ToArray()));
        Assert.Null(first.NextShare);
    }

    [Fact]
    public void Metrics_stand_in_the_run_folder_a_row_an_epoch()
    {
        var folder = RunFolder.Create(place.Path, "tutorial");
        using (Train(Options("tutorial"), null, folder, new Watcher(), TestContext.Current.CancellationToken))
        {
        }
        string[] lines = File.ReadAllLines(folder.MetricsFile);
        Assert.Equal("epoch,loss,accuracy,val_loss,val_accuracy,learning_rate,seconds", lines[0]);
        Assert.Equal(["1", "2", "3", "4"], lines.Skip(1).Select(line => line.Split(',')[0]));
        Assert.All(lines.Skip(1), line => Assert.Equal("", line.Split(',')[3]));
        Assert.NotEmpty(Directory.GetFiles(folder.EventsFolder, "events.out.tfevents.*"));
    }

    static TrainOptions Options(string network) =>
        Recipe.For(network) with { Epochs = 4, BatchSize = 16, Threads = 1 };

    static TrainedNetwork Train(
        TrainOptions options, DatasetSplit? held, RunFolder? folder, ITrainingWatcher watcher, CancellationToken stop)
    {
        using var task = new RowTask(options, Rows, held);
        return Trainer.Train(options, task, folder, watcher, stop);
    }

    static byte[] WeightsOf(TrainOptions options)
    {
        using var trained = Train(options, Held, null, new Watcher(), TestContext.Current.CancellationToken);
        return Weights.Save(trained.Network);
    }
}
