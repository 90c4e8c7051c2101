using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>The task of <c>letters</c>: name the letter of hands from photographs and from Sign Language MNIST.</summary>
/// <param name="options">How crops are varied, how many rows an epoch has, how labels are smoothed.</param>
/// <param name="crops">The hands to learn from; disposed with the task.</param>
/// <param name="held">Photographs held back, or null; disposed with the task.</param>
sealed class LetterTask(TrainOptions options, LetterCrops crops, LetterCrops? held) : LearningTask
{
    readonly int rows = Math.Min(options.DatasetRows, crops.Rows);

    /// <inheritdoc/>
    public override int Samples => crops.Photos + rows;

    /// <summary>All photographs, and other rows each epoch.</summary>
    public override Tensor Order()
    {
        using var scope = NewDisposeScope();
        long[] some = randperm(crops.Rows, ScalarType.Int64).data<long>().ToArray();
        var all = tensor([.. Enumerable.Range(0, crops.Photos).Select(i => (long)i), .. some.Take(rows).Select(row => row + crops.Photos)], ScalarType.Int64);
        return all.index_select(0, randperm(Samples, ScalarType.Int64)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override (Tensor Input, Tensor Target) Batch(Tensor positions)
    {
        var (wide, masks, labels, photos) = crops.At(positions);
        return (LetterAugmentation.Vary(wide, masks, photos, options), labels);
    }

    /// <inheritdoc/>
    public override Tensor Loss(Tensor output, Tensor target) => Learning.Loss.Of(output, target, options.LabelSmoothing);

    /// <inheritdoc/>
    public override int Right(Tensor output, Tensor target) => (int)output.argmax(1).eq(target).sum().item<long>();

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
        held?.Dispose();
    }
}
