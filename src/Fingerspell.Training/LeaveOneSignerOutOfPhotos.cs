using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Training.Data;
using Fingerspell.Training.Data.Photos;
using Fingerspell.Training.Evaluation;
using Fingerspell.Training.Export;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using Fingerspell.Training.Tasks;
using static TorchSharp.torch;

namespace Fingerspell.Training;

/// <summary>
/// As <see cref="LeaveOneSignerOut"/> for the network that learns from photographs: neither a photograph nor a row of
/// Sign Language MNIST of the one left out trains. A set that names no signers is left out as a whole.
/// </summary>
public static class LeaveOneSignerOutOfPhotos
{
    const char Together = '+';

    /// <summary>Trains and tests a fold a signer.</summary>
    /// <param name="options">How each fold trains; what they say of validation does not count.</param>
    /// <param name="data">The photographs, and the dataset with the signer of each row.</param>
    /// <param name="chosen">
    /// The signers to leave out, one after the other; null for all. Several with + between are left out together, in one fold.
    /// </param>
    /// <param name="hands">
    /// A hand model that has seen none of them, to read their whole photographs with, and the same without the hand; null to leave that out.
    /// </param>
    /// <param name="folder">Keeps a run folder a signer; see <see cref="LeaveOneSignerOut.Run"/>.</param>
    /// <param name="others">Such folders of trainings by other options, done before, whose networks are asked together with those trained here.</param>
    /// <param name="watcher">Is told how it goes.</param>
    /// <param name="stop">Stops it; what is done stays in the folder.</param>
    /// <exception cref="FingerspellException">A chosen signer is unknown, it is not known whose hand each row is, the folder holds folds of other options, or the hand model is missing or damaged.</exception>
    public static SignerFolds Run(
        TrainOptions options, TrainingData data, IReadOnlyList<string>? chosen, string? hands, string folder, IReadOnlyList<string> others,
        ITrainingWatcher watcher, CancellationToken stop)
    {
        // Before anything is computed: what it may be computed with is decided once.
        OneDnn.RequireRightConvolutions(options);
        string[] known = [.. data.Photos.Photos.Select(photo => photo.Signer).Distinct().Order(SignerOrder.Instance)];
        var leftOut = chosen?.SelectMany(signer => signer.Split(Together)).ToList();
        LeaveOneSignerOut.Choose(known, leftOut);
        if (leftOut?.CountBy(signer => signer).FirstOrDefault(signer => signer.Value > 1).Key is { } twice)
            throw new FingerspellException($"{twice} is left out twice, and would count twice; name each signer once");
        if (hands is not null)
            HandModel.Load(hands).Dispose();
        int side = NetworkCatalog.SideOf(options.Network);
        var allRows = LeaveOneSignerOut.RowsOf(data.Rows);
        List<Part> photos = [], rows = [], withoutHand = [];
        List<GrayCrop> crops = [];
        List<WholePictures> wholes = [];
        foreach (string signer in chosen ?? known)
        {
            string[] signers = signer.Split(Together);
            // What the model file would say of itself changes nothing of the training.
            var fold = options with { Temperature = 1, SignOdds = null, Threshold = 0, Validation = Validation.Signer, ValidationSigner = string.Join(',', signers) };
            var (train, held) = PhotoSplit.Of(data.Photos.Photos, fold);
            var trainRows = PhotoSplit.RowsBeside(data.Rows.Train, held, fold);
            var heldRows = allRows.Select([.. Enumerable.Range(0, allRows.Count).Where(row => signers.Contains(allRows.Sources![row].Signer))]);
            var run = RunFolder.OpenOrCreate(Path.Combine(folder, signer));
            var config = Lesson.LettersConfig(fold, data, train, trainRows, held);
            run.Claim(config);

            watcher.Notice($"without {signer}: {train.Count} photographs and {trainRows.Count} rows train, {held.Count} and {heldRows.Count} test");
            // What is wrong with them is told before a long training.
            RunFolder[] together = [run, .. others.Select(other => FoldAs(config, Path.Combine(other, signer), watcher))];
            TrainedEnsemble.ConfigsOf(together);
            var cut = HeldCrops.Hands(held, side, fold.Margin, stop);
            Learn(fold, train, trainRows, run, watcher, stop);
            using var trained = TrainedEnsemble.Load(together, watcher.Notice);
            var network = trained.Network;
            photos.Add(Read(network, fold, cut, [.. held.Select(photo => photo.Label)], [.. held.Select(photo => new RowSource(photo.Signer, photo.Source))]));
            crops.AddRange(cut);
            if (heldRows.Count > 0)
                rows.Add(new(heldRows.Labels, Predictor.Probabilities(network, heldRows, fold.Views), heldRows.Sources!));
            var pieces = HeldCrops.WithoutHands(held, network.Side, fold.Margin, stop);
            if (pieces.Count > 0)
                withoutHand.Add(Read(network, fold, pieces, new byte[pieces.Count], [.. pieces.Select(_ => new RowSource(signer, ""))]));
            if (hands is null)
                continue;
            CheckedExport.Write(run.ModelFile, network, ModelMetadata.Of(network, trained.Configs), data.Rows.Test);
            wholes.Add(HeldWholes.Read(held, hands, run.ModelFile, stop));
        }
        return new(Joined(photos)!, crops, Joined(rows), Joined(withoutHand), wholes.Count == 0
            ? null
            : new([.. wholes.SelectMany(whole => whole.Signing)], [.. wholes.SelectMany(whole => whole.Handless)]));
    }

    // No epoch is chosen by those left out: the last one counts.
    static void Learn(
        TrainOptions fold, IReadOnlyList<TrainingPhoto> train, DatasetSplit rows, RunFolder run, ITrainingWatcher watcher, CancellationToken stop)
    {
        // What is done is not prepared again.
        if (run.Load(watcher.Notice)?.History.Count >= fold.Epochs)
            return;
        using var task = LetterTask.Load(fold, train, rows, held: [], stop);
        using var trained = Trainer.Train(fold, task, run, watcher, stop);
    }

    /// <summary>A fold of other options that has seen what this one has, and no more.</summary>
    static RunFolder FoldAs(RunConfig here, string path, ITrainingWatcher watcher)
    {
        var fold = RunFolder.Open(path);
        var there = RunConfig.Read(fold.ConfigFile);
        if (there.Options.Validation != Validation.Signer || there.Options.ValidationSigner != here.Options.ValidationSigner)
            throw new FingerspellException(
                $"{path} was not trained without {here.Options.ValidationSigner}; name the folds of an earlier --leave-one-signer-out of the same --signers");
        if (!there.HasDataOf(here))
            throw new FingerspellException($"{path} was trained on other photographs or rows, which may show those left out; train it anew");
        return fold.Load(watcher.Notice)?.History.Count >= there.Options.Epochs
            ? fold
            : throw new FingerspellException($"{path} is not trained to its end; go on with it first");
    }

    static Part Read(Network network, TrainOptions fold, IReadOnlyList<GrayCrop> crops, byte[] labels, IReadOnlyList<RowSource> sources)
    {
        using var scope = NewDisposeScope();
        var pixels = tensor((byte[])[.. crops.SelectMany(crop => crop.Pixels.ToArray())], [crops.Count, 1, network.Side, network.Side], ScalarType.Byte);
        return new(labels, Predictor.Probable(Predictor.Outputs(network, pixels, fold.Views)), sources);
    }

    static Predictions? Joined(List<Part> parts) => parts.Count == 0 ? null : new(
        [.. parts.SelectMany(part => part.Labels)],
        [.. parts.SelectMany(part => part.Probabilities)],
        [.. parts.SelectMany(part => part.Sources)]);

    sealed record Part(byte[] Labels, float[] Probabilities, IReadOnlyList<RowSource> Sources);
}
