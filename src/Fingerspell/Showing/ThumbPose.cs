namespace Fingerspell.Showing;

/// <summary>How the thumb is held. All angles in degrees.</summary>
/// <param name="Spread">How far its metacarpal leans from the direction of the fingers, away from them in the palm's plane.</param>
/// <param name="Palmar">How far its metacarpal rises out of the palm's plane, in front of the palm.</param>
/// <param name="Roll">Where its pad looks: 0 to the side, toward the fingers; 90 back at the palm (full opposition).</param>
/// <param name="Base">Flexion of its metacarpophalangeal joint toward the pad; about −15 to 65.</param>
/// <param name="Tip">Flexion of its interphalangeal joint toward the pad; about −20 to 85.</param>
public readonly record struct ThumbPose(float Spread, float Palmar, float Roll, float Base, float Tip)
{
    /// <summary>The pose on the way from one to another.</summary>
    /// <param name="from">The pose at 0.</param>
    /// <param name="to">The pose at 1.</param>
    /// <param name="share">How far on the way, 0–1.</param>
    public static ThumbPose Between(ThumbPose from, ThumbPose to, float share) => new(
        float.Lerp(from.Spread, to.Spread, share),
        float.Lerp(from.Palmar, to.Palmar, share),
        float.Lerp(from.Roll, to.Roll, share),
        float.Lerp(from.Base, to.Base, share),
        float.Lerp(from.Tip, to.Tip, share));
}
