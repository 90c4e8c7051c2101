using Fingerspell.Imaging;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>Takes hands out of pictures, so that rooms and faces can be shown without them.</summary>
/// <remarks>
/// What was round the hand is spread over its place ("pull-push", Gortler et al. 1996, "The Lumigraph"): halved again and again, down
/// to one pixel, what is known covers the gap, which is then filled from coarse to fine. Black beyond the frame is not spread.
/// </remarks>
static class HandErasing
{
    const double LeastKnown = 1e-6;
    const int AtOnce = 128;

    /// <summary>How much larger than the hand's box the gap is; boxes are not quite right, and skin at its edge would be spread.</summary>
    internal const double Gap = 1.15;

    /// <summary>The gap that taking out a hand leaves.</summary>
    public static RelativeBox GapOf(RelativeBox hand)
    {
        double across = (Gap - 1) / 2 * (hand.Right - hand.Left), down = (Gap - 1) / 2 * (hand.Bottom - hand.Top);
        return new(hand.Left - across, hand.Top - down, hand.Right + across, hand.Bottom + down);
    }

    /// <summary>The pictures without their hands.</summary>
    /// <param name="pictures">uint8 [n, channels, side, side].</param>
    /// <param name="hands">The hand's box in each, in fractions of the side.</param>
    /// <param name="frames">Where the photograph lies in each, likewise; it is black elsewhere.</param>
    /// <returns>The same shape; detached from any scope.</returns>
    public static Tensor Erase(Tensor pictures, IReadOnlyList<RelativeBox> hands, IReadOnlyList<RelativeBox> frames)
    {
        var erased = empty_like(pictures).DetachFromDisposeScope();
        for (int first = 0; first < hands.Count; first += AtOnce)
        {
            using var scope = NewDisposeScope();
            int count = Math.Min(AtOnce, hands.Count - first);
            var inFrame = Within([.. frames.Skip(first).Take(count)], pictures.shape[3]);
            var isGap = Within([.. hands.Skip(first).Take(count).Select(GapOf)], pictures.shape[3]);
            var isKnown = inFrame.logical_and(isGap.logical_not()).to(ScalarType.Float32);
            var some = pictures.narrow(0, first, count).to(ScalarType.Float32);
            erased.narrow(0, first, count).copy_((Fill(some * isKnown, isKnown) * inFrame).round());
        }
        return erased;
    }

    /// <summary>Fills what is not known from what is.</summary>
    /// <param name="sum">[n, channels, side, side]: the pixels times how far they are known.</param>
    /// <param name="known">[n, 1, side, side]: how far each is known, 0–1.</param>
    static Tensor Fill(Tensor sum, Tensor known)
    {
        long side = sum.shape[3], smaller = side % 2 == 0 ? 2 : side;
        var mean = sum / maximum(known, zeros_like(known).Plus(LeastKnown));
        if (side == 1)
            return mean;
        var coarse = Fill(nn.functional.avg_pool2d(sum, smaller), nn.functional.avg_pool2d(known, smaller));
        var spread = nn.functional.interpolate(coarse, [side, side], mode: InterpolationMode.Bilinear, align_corners: false);
        return spread.lerp(mean, known.sign());
    }

    /// <summary>[n, 1, side, side]: whether a pixel lies in a box.</summary>
    static Tensor Within(IReadOnlyList<RelativeBox> boxes, long side)
    {
        Tensor Each(Func<RelativeBox, double> of) => tensor([.. boxes.Select(box => (float)of(box))], [boxes.Count, 1, 1, 1]);
        var places = linspace(0.5 / side, 1 - 0.5 / side, side);
        Tensor across = places.view(1, 1, 1, -1), down = places.view(1, 1, -1, 1);
        return across.ge(Each(box => box.Left)).logical_and(across.le(Each(box => box.Right)))
            .logical_and(down.ge(Each(box => box.Top))).logical_and(down.le(Each(box => box.Bottom)));
    }
}
