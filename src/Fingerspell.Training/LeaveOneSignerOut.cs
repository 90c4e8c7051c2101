using System.Security.Cryptography;
using System.Text;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using Fingerspell.Training.Tasks;

namespace Fingerspell.Training;

/// <summary>
/// Trains as many networks as there are signers, each without one of them, and tests it on that one: what a person the
/// network has never seen can expect. The rows of both files count, since both have all signers.
/// </summary>
public static class LeaveOneSignerOut
{
    /// <summary>Trains and tests a fold a signer.</summary>
    /// <param name="options">How each fold trains; what they say of validation does not count, all other signers train.</param>
    /// <param name="dataset">The dataset, with the signer of each row.</param>
    /// <param name="chosen">The signers to leave out, one after the other; null for all.</param>
    /// <param name="folder">
    /// Keeps a run folder a signer; a fold found there goes on where it stopped, one that is complete is only tested.
    /// </param>
    /// <param name="watcher">Is told how it goes.</param>
    /// <param name="stop">Stops it; what is done stays in the folder.</param>
    /// <returns>The rows of those left out, signer by signer, and the predictions for each by the network that has not seen its signer.</returns>
    /// <exception cref="FingerspellException">The signers are unknown, or one who is chosen is; the folder holds folds of other options; or the network is none of rows.</exception>
    public static (Predictions Predictions, DatasetSplit Rows) Run(
        TrainOptions options, SignLanguageMnist dataset, IReadOnlyList<string>? chosen, string folder, ITrainingWatcher watcher,
        CancellationToken stop)
    {
        if (!NetworkCatalog.OfRows.Contains(options.Network))
            throw new FingerspellException($"{options.Network} learns from photographs too; leave a signer out with "
                + $"`fingerspell train --network {options.Network} --validation Signer --validation-signer NAME`");
        var rows = RowsOf(dataset);
        string checksum = ChecksumOf(dataset, rows);
        var signers = Choose([.. rows.Sources!.Select(s => s.Signer).Distinct().Order(SignerOrder.Instance)], chosen);
        List<DatasetSplit> tested = [];
        List<float> probabilities = [];
        foreach (string signer in signers)
        {
            var fold = options with { Validation = Validation.Signer, ValidationSigner = signer };
            var (others, held) = ValidationSplit.Of(rows, fold);
            var run = RunFolder.OpenOrCreate(Path.Combine(folder, signer));
            run.Claim(new RunConfig(fold, "Sign Language MNIST, both files", checksum, others.Count, held!.Count,
                Versions.Current(), DateTimeOffset.UtcNow));

            watcher.Notice($"without {signer}: {others.Count} rows train, {held.Count} test");
            // The held-back signer is the test, so no epoch is chosen by them: the last one counts.
            using var task = new RowTask(fold, others, validation: null);
            using var trained = Trainer.Train(fold, task, run, watcher, stop);
            tested.Add(held);
            probabilities.AddRange(Predictor.Probabilities(trained.Network, held, fold.Views));
        }
        var all = tested.Aggregate((first, second) => DatasetSplit.Concat(rows.Name, first, second));
        return (new Predictions(all.Labels, [.. probabilities], all.Sources), all);
    }

    /// <summary>The rows of both files.</summary>
    /// <exception cref="FingerspellException">Whose hand each row is, is not known.</exception>
    internal static DatasetSplit RowsOf(SignLanguageMnist dataset)
    {
        var rows = DatasetSplit.Concat("train and test", dataset.Train, dataset.Test);
        return rows.Sources is not null
            ? rows
            : throw new FingerspellException(
                $"leaving one signer out needs sources.csv, which says whose hand each row is, beside the dataset at {dataset.Place}");
    }

    /// <summary>SHA-256 over all that decides what a fold has seen: both files, and whose hand each row is. Lower-case hexadecimal.</summary>
    static string ChecksumOf(SignLanguageMnist dataset, DatasetSplit rows)
    {
        string[] parts = [dataset.TrainSha256, dataset.TestSha256, .. rows.Sources!.Select(source => source.Signer)];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }

    /// <summary>The chosen ones of the signers, in the order of all; all where none is chosen.</summary>
    internal static IReadOnlyList<string> Choose(IReadOnlyList<string> known, IReadOnlyList<string>? chosen)
    {
        if (chosen is null)
            return known;
        return chosen.FirstOrDefault(signer => !known.Contains(signer)) is { } unknown
            ? throw new FingerspellException($"there is no signer '{unknown}' to leave out; there are {string.Join(", ", known)}")
            : [.. known.Where(chosen.Contains)];
    }
}
