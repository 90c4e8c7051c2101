using Fingerspell.Training.Data;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>The tutorial's task: name the letter of the rows of Sign Language MNIST.</summary>
/// <param name="options">How strongly rows are varied, how labels are smoothed.</param>
/// <param name="train">The rows to learn from.</param>
/// <param name="validation">The rows held back, or null.</param>
public sealed class RowTask(TrainOptions options, DatasetSplit train, DatasetSplit? validation) : LearningTask
{
    readonly RowBatches rows = new(train);
    readonly RowBatches? held = validation is null ? null : new(validation);

    /// <inheritdoc/>
    public override int Samples => rows.Rows;

    /// <inheritdoc/>
    public override (Tensor Input, Tensor Target) Batch(Tensor positions, bool coarse = false)
    {
        var (crops, labels) = rows.At(positions);
        return (Augmentation.Vary(crops, options.Augmentation), labels);
    }

    /// <inheritdoc/>
    public override Tensor Loss(Tensor output, Tensor target) => Learning.Loss.Of(output, target, options.LabelSmoothing);

    /// <inheritdoc/>
    public override int Right(Tensor output, Tensor target) => (int)output.argmax(1).eq(target).sum().item<long>();

    /// <inheritdoc/>
    public override (double Loss, double Accuracy)? Validate(Network network) =>
        held is null ? null : Predictor.Measure(network, held.Pixels, held.Labels, options.Views);

    /// <inheritdoc/>
    public override void Dispose()
    {
        rows.Dispose();
        held?.Dispose();
    }
}
