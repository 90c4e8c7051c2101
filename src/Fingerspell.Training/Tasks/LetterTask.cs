using Fingerspell.Imaging;
using Fingerspell.Training.Data;
using Fingerspell.Training.Data.Photos;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>The task of <c>letters</c>: name the letter of hands from photographs, of drawn ones and of those of Sign Language MNIST, and none where there is no hand.</summary>
/// <param name="options">How crops are varied, how many rows an epoch has, how labels are smoothed.</param>
/// <param name="crops">The hands to learn from; disposed with the task.</param>
/// <param name="heads">Drawn heads to put behind hands and where there is none, or null; disposed with the task.</param>
/// <param name="held">Photographs held back, or null; disposed with the task.</param>
sealed class LetterTask(TrainOptions options, LetterCrops crops, DrawnHeads? heads, LetterCrops? held) : LearningTask
{
    /// <summary>The share of crops that get a drawn head: it shows where a hand is put before another background, and where there is none.</summary>
    const double WithHead = 0.5;

    /// <summary>Varied crops of one photograph that follow each other.</summary>
    const int Together = 2;

    /// <summary>About where the hand is in its crop.</summary>
    static readonly RelativeBox Hand = new(0.1, 0.1, 0.9, 0.9);

    readonly int drawn = Math.Min(options.DrawnHands, crops.Drawn), empties = Math.Min(options.EmptyCrops, crops.Empties), rows = Math.Min(options.DatasetRows, crops.Rows);

    /// <summary>Photographs drawn for an epoch.</summary>
    int Different => (crops.Photos + Together - 1) / Together;

    /// <summary>Cuts the crops to learn from, and those held back where there are some.</summary>
    /// <param name="options">How to cut them.</param>
    /// <param name="train">The photographs that train.</param>
    /// <param name="rows">The rows of Sign Language MNIST that train.</param>
    /// <param name="held">The photographs held back; may be none.</param>
    /// <param name="stop">Stops it.</param>
    public static LetterTask Load(
        TrainOptions options, IReadOnlyList<TrainingPhoto> train, DatasetSplit rows, IReadOnlyList<TrainingPhoto> held, CancellationToken stop)
    {
        int side = NetworkCatalog.SideOf(options.Network);
        var crops = LetterCrops.Load(train, rows, side, options.Margin, options.DrawnHands * DrawnHands.Choice, options.Backgrounds > 0, options.EmptyCrops > 0, stop);
        return new LetterTask(options, crops, DrawnHeads.Draw(options.DrawnHeads, stop), held.Count == 0
            ? null
            : LetterCrops.Load(held, null, side, options.Margin, drawn: 0, withMasks: false, withEmpties: false, stop));
    }

    /// <inheritdoc/>
    public override int Samples => Different * Together + drawn + empties + rows;

    /// <summary>
    /// As many photographs as there are, drawn by <see cref="LetterCrops.Odds"/>, and other drawn hands, places and rows each epoch. Two
    /// varied crops of a photograph follow each other (Hoffer et al. 2020, "Augment Your Batch").
    /// </summary>
    public override Tensor Order()
    {
        using var scope = NewDisposeScope();
        long[] photos = crops.Odds.multinomial(Different, replacement: true).data<long>().ToArray();
        var each = tensor(
            [
                .. photos, .. Some(crops.Drawn, drawn, crops.Photos), .. Some(crops.Empties, empties, crops.Hands),
                .. Some(crops.Rows, rows, crops.Hands + crops.Empties),
            ], ScalarType.Int64);
        long[] shuffled = each.index_select(0, randperm(each.shape[0], ScalarType.Int64)).data<long>().ToArray();
        return tensor([.. shuffled.SelectMany(position => Enumerable.Repeat(position, position < crops.Photos ? Together : 1))], ScalarType.Int64)
            .MoveToOuterDisposeScope();

        static IEnumerable<long> Some(int of, int count, int first) =>
            randperm(of, ScalarType.Int64).data<long>().ToArray().Take(count).Select(position => position + first);
    }

    /// <inheritdoc/>
    public override (Tensor Input, Tensor Target) Batch(Tensor positions, bool coarse = false)
    {
        var (wide, masks, isDrawn, labels, fine) = crops.At(positions);
        var isEmpty = LetterTarget.IsEmpty(labels).view(-1, 1, 1, 1);
        var (varied, hands) = LetterAugmentation.Vary(wide, masks, isDrawn, isEmpty, crops.SomeEmpties(wide.shape[0]), Heads(isEmpty, wide.shape[3]), fine, options);
        if (coarse)
            (varied, hands) = (Coarse(varied), Coarse(hands));
        return (varied, LetterTarget.Of(labels, hands));
    }

    /// <summary>[n, 1, side, side] to the same in <see cref="Network.CoarseSide"/>.</summary>
    static Tensor Coarse(Tensor fine)
    {
        long side = Network.CoarseOf((int)fine.shape[3]);
        return nn.functional.interpolate(fine, [side, side], mode: InterpolationMode.Area);
    }

    HeadLayer? Heads(Tensor isEmpty, long wide) => heads?.Beside(
        [.. isEmpty.data<float>().Select(empty => empty > 0 ? null : (RelativeBox?)Hand)], WithHead, (int)(wide / LetterCrops.Surroundings), Chance()).InGrey();

    /// <inheritdoc/>
    public override Tensor Loss(Tensor output, Tensor target) => LetterTarget.Loss(output, target, options.LabelSmoothing);

    /// <inheritdoc/>
    public override int Right(Tensor output, Tensor target) => LetterTarget.Right(output, target);

    /// <inheritdoc/>
    public override (double Loss, double Accuracy)? Validate(Network network)
    {
        if (held is null)
            return null;
        using var scope = NewDisposeScope();
        return Predictor.Measure(network, held.Middles(), held.PhotoLabels(), options.Views);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        crops.Dispose();
        heads?.Dispose();
        held?.Dispose();
    }
}
