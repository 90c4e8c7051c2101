namespace Fingerspell.Showing;

/// <summary>The bend of every joint of a hand, whichever way the hand is turned.</summary>
/// <param name="Thumb">The thumb.</param>
/// <param name="Index">The index finger.</param>
/// <param name="Middle">The middle finger.</param>
/// <param name="Ring">The ring finger.</param>
/// <param name="Little">The little finger.</param>
public sealed record Handshape(ThumbPose Thumb, FingerPose Index, FingerPose Middle, FingerPose Ring, FingerPose Little)
{
    /// <summary>The shape on the way from one to another.</summary>
    /// <param name="from">The shape at 0.</param>
    /// <param name="to">The shape at 1.</param>
    /// <param name="share">How far on the way, 0–1.</param>
    public static Handshape Between(Handshape from, Handshape to, float share) => new(
        ThumbPose.Between(from.Thumb, to.Thumb, share),
        FingerPose.Between(from.Index, to.Index, share),
        FingerPose.Between(from.Middle, to.Middle, share),
        FingerPose.Between(from.Ring, to.Ring, share),
        FingerPose.Between(from.Little, to.Little, share));
}
