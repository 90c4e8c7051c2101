namespace Fingerspell.Showing;

/// <summary>How a finger is bent. All angles in degrees; 0 everywhere is a straight finger along the palm.</summary>
/// <param name="Base">Flexion of the knuckle (metacarpophalangeal joint), toward the palm; about −20 to 95.</param>
/// <param name="Middle">Flexion of the next joint (proximal interphalangeal); 0 to about 110.</param>
/// <param name="Tip">Flexion of the last joint (distal interphalangeal); 0 to about 80.</param>
/// <param name="Spread">How far the finger leans toward the thumb's side of the hand; negative toward the little finger's.</param>
public readonly record struct FingerPose(float Base, float Middle, float Tip, float Spread = 0)
{
    /// <summary>The pose on the way from one to another.</summary>
    /// <param name="from">The pose at 0.</param>
    /// <param name="to">The pose at 1.</param>
    /// <param name="share">How far on the way, 0–1.</param>
    public static FingerPose Between(FingerPose from, FingerPose to, float share) => new(
        float.Lerp(from.Base, to.Base, share),
        float.Lerp(from.Middle, to.Middle, share),
        float.Lerp(from.Tip, to.Tip, share),
        float.Lerp(from.Spread, to.Spread, share));
}
