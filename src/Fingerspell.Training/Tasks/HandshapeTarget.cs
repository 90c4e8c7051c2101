using Fingerspell.Showing;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>
/// How the hand in a crop is held: what a letter network is asked besides the letter while it learns, of drawn hands, of which it is
/// known. So it has to see each finger by itself, and a hand that holds a letter as no signer before did is less strange to it.
/// </summary>
static class HandshapeTarget
{
    /// <summary>How many numbers tell it.</summary>
    public const int Count = 18;

    /// <summary>What an error counts beside the letter's, and the degrees that count as one.</summary>
    const double Weight = 4, Degrees = 60;

    /// <summary>Bends and spreads in <see cref="Degrees"/>, and from where the hand is seen; the same for a hand and its mirror image.</summary>
    /// <param name="pose">The hand.</param>
    public static float[] Of(Pose pose)
    {
        var (shape, seen) = (pose.Shape, pose.Orientation);
        var thumb = shape.Thumb;
        float[] bends =
        [
            shape.Index.Base, shape.Index.Middle, shape.Middle.Base, shape.Middle.Middle, shape.Ring.Base, shape.Ring.Middle,
            shape.Little.Base, shape.Little.Middle, 3 * (shape.Index.Spread - shape.Middle.Spread),
            thumb.Spread, thumb.Palmar, thumb.Roll, thumb.Base, thumb.Tip,
        ];
        var (sideways, facing) = MathF.SinCos(float.DegreesToRadians(seen.Turn));
        var (forwards, upright) = MathF.SinCos(float.DegreesToRadians(seen.Tilt));
        return [.. bends.Select(bend => (float)(bend / Degrees)), sideways, facing, forwards, upright];
    }

    /// <summary>The mean square error, summed over the hands of which the handshape is known.</summary>
    /// <param name="output">float32 [n, <see cref="Count"/>].</param>
    /// <param name="target">What it should be, in the same shape.</param>
    /// <param name="isKnown">float32 [n]: 1 where the handshape is known, 0 elsewhere.</param>
    public static Tensor Loss(Tensor output, Tensor target, Tensor isKnown)
    {
        var off = output - target;
        return ((off * off).mean([1]) * isKnown).sum().Times(Weight);
    }
}
