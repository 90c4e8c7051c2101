using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Tests.Learning;

namespace Fingerspell.Training.Tests;

[Collection(PyTorchTests.Name)]
public sealed class LeaveOneSignerOutTests : IDisposable
{
    static readonly SignLanguageMnist Dataset = new(MadeData.Split(48), MadeData.Split(24, seed: 2, "test"), "made", "a", "b");
    static readonly TrainOptions Options = new() { Epochs = 1, BatchSize = 16, Threads = 1 };

    readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Every_row_of_both_files_is_read_by_a_network_that_has_not_seen_its_signer()
    {
        var watcher = new Watcher();
        var (predictions, rows) = LeaveOneSignerOut.Run(Options, Dataset, null, place.Path, watcher, TestContext.Current.CancellationToken);

        Assert.Equal(72, predictions.Count);
        Assert.Equal(rows.Labels, predictions.Labels);
        Assert.Equal(["user_0", "user_1", "user_2"], predictions.Sources!.Select(s => s.Signer).Distinct());
        Assert.Equal(
            ["without user_0: 48 rows train, 24 test", "without user_1: 48 rows train, 24 test", "without user_2: 48 rows train, 24 test"],
            watcher.Notices);
    }

    [Fact]
    public void Whoever_is_left_out_teaches_nothing()
    {
        // user_0 alone calls everything by the next label.
        DatasetSplit Mislabelled(DatasetSplit rows) => new(
            rows.Name, [.. rows.Labels.Select((label, row) => rows.Sources![row].Signer == "user_0" ? (byte)((label + 1) % 8) : label)], rows.Pixels, rows.Sources);
        var dataset = new SignLanguageMnist(Mislabelled(Dataset.Train), Mislabelled(Dataset.Test), "made", "a", "b");
        var (predictions, _) = LeaveOneSignerOut.Run(
            Recipe.For("residual") with { Epochs = 16, BatchSize = 16, Augmentation = 0, Threads = 1 }, dataset, ["user_0"], place.Path, new Watcher(), TestContext.Current.CancellationToken);
        Assert.InRange(predictions.Labels.Zip(predictions.Predicted).Count(row => (row.Second + 1) % 8 == row.First), 20, 24);
    }

    [Fact]
    public void Some_signers_are_left_out_in_their_order_and_unknown_ones_are_refused()
    {
        var (predictions, _) = LeaveOneSignerOut.Run(
            Options, Dataset, ["user_2", "user_0"], place.Path, new Watcher(), TestContext.Current.CancellationToken);
        Assert.Equal(["user_0", "user_2"], predictions.Sources!.Select(s => s.Signer).Distinct());

        var error = Assert.Throws<FingerspellException>(() => LeaveOneSignerOut.Run(
            Options, Dataset, ["user_0", "nobody"], place.Path, new Watcher(), TestContext.Current.CancellationToken));
        Assert.Contains("no signer 'nobody' to leave out; there are user_0, user_1, user_2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folds_that_are_complete_are_not_trained_again()
    {
        var (first, _) = LeaveOneSignerOut.Run(Options, Dataset, null, place.Path, new Watcher(), TestContext.Current.CancellationToken);
        var watcher = new Watcher();
        var (second, _) = LeaveOneSignerOut.Run(Options, Dataset, null, place.Path, watcher, TestContext.Current.CancellationToken);

        Assert.Empty(watcher.Epochs);
        Assert.Equal(first.Predicted, second.Predicted);
    }

    [Fact]
    public void A_folder_with_folds_of_other_options_is_refused()
    {
        LeaveOneSignerOut.Run(Options, Dataset, null, place.Path, new Watcher(), TestContext.Current.CancellationToken);
        var error = Assert.Throws<FingerspellException>(() => LeaveOneSignerOut.Run(
            Options with { Seed = 9 }, Dataset, null, place.Path, new Watcher(), TestContext.Current.CancellationToken));
        Assert.Contains("other options", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_folds_of_other_data_is_refused_though_it_has_as_many_rows()
    {
        void Run(SignLanguageMnist dataset) =>
            LeaveOneSignerOut.Run(Options, dataset, ["user_0"], place.Path, new Watcher(), TestContext.Current.CancellationToken);
        Run(Dataset);
        RowSource[] sources = [.. Dataset.Test.Sources!];
        (sources[0], sources[1]) = (sources[1], sources[0]);
        var exchanged = new DatasetSplit("test", Dataset.Test.Labels, Dataset.Test.Pixels, sources);
        foreach (var other in new[] { Dataset with { TestSha256 = "c" }, Dataset with { Test = exchanged } })
            Assert.Contains("other options or data", Assert.Throws<FingerspellException>(() => Run(other)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_sources_it_says_what_is_missing()
    {
        var bare = Dataset with { Train = new DatasetSplit("train", Dataset.Train.Labels, Dataset.Train.Pixels) };
        var error = Assert.Throws<FingerspellException>(() => LeaveOneSignerOut.Run(
            Options, bare, null, place.Path, new Watcher(), TestContext.Current.CancellationToken));
        Assert.Contains("sources.csv", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_that_learns_from_photographs_is_refused()
    {
        var error = Assert.Throws<FingerspellException>(() => LeaveOneSignerOut.Run(
            Options with { Network = "letters" }, Dataset, null, place.Path, new Watcher(), TestContext.Current.CancellationToken));
        Assert.Contains("--validation Signer", error.Message, StringComparison.Ordinal);
    }
}
