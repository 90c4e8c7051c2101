using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>What a letter network should say of a crop, and how far from it what it says is.</summary>
static class LetterTarget
{
    /// <summary>Width and height of the cells in which a network may tell the hand's shape, in pixels.</summary>
    const int CellSize = 8;

    /// <summary>What the hand's shape weighs beside the letter; 0.5 was the first number tried.</summary>
    const double ShapeShare = 0.5;

    /// <summary>A crop without a hand is read right where no letter reaches this probability.</summary>
    const double Unsure = 0.5;

    /// <summary>The target of a batch: float32 [n, 2 + cells], the label, whether the hand's shape is known, and how much of each cell it covers.</summary>
    /// <param name="labels">int64 [n], <see cref="LetterCrops.NoLetter"/> where there is no hand.</param>
    /// <param name="hands">[n, 1, side, side]: 1 where the hand is, 0 elsewhere, or everywhere where that is unknown.</param>
    public static Tensor Of(Tensor labels, Tensor hands)
    {
        var cells = nn.functional.avg_pool2d(hands, CellSize, CellSize).flatten(1);
        var isKnown = cells.amax([1]).sign().maximum(IsEmpty(labels));
        return cat([labels.to(ScalarType.Float32).unsqueeze(1), isKnown.unsqueeze(1), cells], 1);
    }

    /// <summary>
    /// Cross-entropy; without a hand all labels should be as likely as each other (Hendrycks et al. 2019, "Deep Anomaly Detection
    /// with Outlier Exposure"). To it comes the binary cross-entropy of the hand's shape, where the network tells it and it is known.
    /// </summary>
    /// <param name="output">[n, 25], or [n, 25 + cells] of a network that tells the hand's shape too.</param>
    /// <param name="target">See <see cref="Of"/>.</param>
    /// <param name="labelSmoothing">The share of the label that is spread over all labels.</param>
    public static Tensor Loss(Tensor output, Tensor target, double labelSmoothing)
    {
        var (letters, labels) = (Letters(output), Labels(target));
        var named = nn.functional.cross_entropy(
            letters, labels, ignore_index: LetterCrops.NoLetter, reduction: nn.Reduction.Sum, label_smoothing: labelSmoothing);
        var evenly = letters.log_softmax(1).mean([1]) * IsEmpty(labels);
        var loss = (named - evenly.sum()).DividedBy(target.shape[0]);
        return output.shape[1] == letters.shape[1] ? loss : loss.Plus(ShapeLoss(output, target).Times(ShapeShare));
    }

    /// <summary>How many crops a network is right about.</summary>
    public static int Right(Tensor output, Tensor target)
    {
        var labels = Labels(target);
        var (surest, letter) = Letters(output).softmax(1).max(1);
        var silent = surest.lt(ones_like(surest).Times(Unsure));
        return (int)where(IsEmpty(labels).to(ScalarType.Bool), silent, letter.eq(labels)).sum().item<long>();
    }

    static Tensor ShapeLoss(Tensor output, Tensor target)
    {
        long cells = target.shape[1] - 2;
        var (isKnown, hand) = (target.narrow(1, 1, 1), target.narrow(1, 2, cells));
        var wrong = nn.functional.binary_cross_entropy_with_logits(output.narrow(1, Alphabet.LabelCount, cells), hand, reduction: nn.Reduction.None);
        return (wrong * isKnown).sum().DividedBy(cells * Math.Max(1, isKnown.sum().item<float>()));
    }

    static Tensor Letters(Tensor output) => output.narrow(1, 0, Alphabet.LabelCount);

    static Tensor Labels(Tensor target) => target.select(1, 0).to(ScalarType.Int64);

    /// <summary>float32 [n]: 1 where a crop shows no hand, 0 elsewhere.</summary>
    /// <param name="labels">See <see cref="Of"/>.</param>
    public static Tensor IsEmpty(Tensor labels) => labels.lt(zeros_like(labels)).to(ScalarType.Float32);
}
