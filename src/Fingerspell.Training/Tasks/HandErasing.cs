using Fingerspell.Imaging;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>Takes hands out of pictures, so that rooms and faces can be shown without them.</summary>
/// <remarks>
/// What was round the hand is spread over its place ("pull-push", Gortler et al. 1996, "The Lumigraph"): halved again and again
/// what is known covers the gap, which is then filled from coarse to fine.
/// </remarks>
static class HandErasing
{
    const double LeastKnown = 1e-3;
    const int AtOnce = 128, SmallestSide = 5;

    /// <summary>How much larger than the hand's box the gap is; boxes are not quite right, and skin at its edge would be spread.</summary>
    internal const double Gap = 1.15;

    /// <summary>The pictures without their hands.</summary>
    /// <param name="pictures">uint8 [n, channels, side, side].</param>
    /// <param name="hands">The hand's box in each, in fractions of the side.</param>
    /// <returns>The same shape; detached from any scope.</returns>
    public static Tensor Erase(Tensor pictures, IReadOnlyList<RelativeBox> hands)
    {
        var erased = empty_like(pictures).DetachFromDisposeScope();
        for (int first = 0; first < hands.Count; first += AtOnce)
        {
            using var scope = NewDisposeScope();
            int count = Math.Min(AtOnce, hands.Count - first);
            var isKnown = Outside([.. hands.Skip(first).Take(count)], pictures.shape[3]);
            var some = pictures.narrow(0, first, count).to(ScalarType.Float32);
            erased.narrow(0, first, count).copy_(Fill(some * isKnown, isKnown).round());
        }
        return erased;
    }

    /// <summary>Fills what is not known from what is.</summary>
    /// <param name="sum">[n, channels, side, side]: the pixels times how far they are known.</param>
    /// <param name="known">[n, 1, side, side]: how far each is known, 0–1.</param>
    static Tensor Fill(Tensor sum, Tensor known)
    {
        var mean = sum / maximum(known, zeros_like(known).Plus(LeastKnown));
        if (sum.shape[3] <= SmallestSide || sum.shape[3] % 2 != 0)
            return mean;
        var coarse = Fill(nn.functional.avg_pool2d(sum, 2), nn.functional.avg_pool2d(known, 2));
        var spread = nn.functional.interpolate(coarse, [sum.shape[2], sum.shape[3]], mode: InterpolationMode.Bilinear, align_corners: false);
        return spread.lerp(mean, known.sign());
    }

    /// <summary>[n, 1, side, side]: 0 in the gaps, 1 elsewhere.</summary>
    static Tensor Outside(IReadOnlyList<RelativeBox> hands, long side)
    {
        Tensor Each(Func<RelativeBox, double> of) => tensor([.. hands.Select(hand => (float)of(hand))], [hands.Count, 1, 1, 1]);
        var places = linspace(0.5 / side, 1 - 0.5 / side, side);
        var across = (places.view(1, 1, 1, -1) - Each(hand => (hand.Left + hand.Right) / 2)).abs().le(Each(hand => Gap / 2 * (hand.Right - hand.Left)));
        var down = (places.view(1, 1, -1, 1) - Each(hand => (hand.Top + hand.Bottom) / 2)).abs().le(Each(hand => Gap / 2 * (hand.Bottom - hand.Top)));
        return across.logical_and(down).logical_not().to(ScalarType.Float32);
    }
}
