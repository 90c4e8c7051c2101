using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>
/// Letters as different people would sign them: other hands, skins and light, joints and turns a little off. The same random
/// numbers give the same hand. For pictures by the thousand: small, few samples a pixel, no lines.
/// </summary>
public static class HandVariation
{
    // How much less or more than described fingers are bent, and from how far to the sides, above and below a hand is seen, in degrees.
    const float LoosestBend = 0.86f, TightestBend = 1.03f, SideTurn = 28, SideTilt = 15, SideLean = 12;

    /// <summary>A pose near another one.</summary>
    /// <param name="pose">The pose as it should be.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="joints">How far a joint is off, as a standard deviation in degrees.</param>
    /// <param name="turns">How far the hand is turned, tilted and leaned off, likewise.</param>
    public static Pose Vary(Pose pose, Random random, float joints = 5, float turns = 9)
    {
        var shape = pose.Shape;
        var thumb = shape.Thumb;
        return new Pose(
            new Handshape(
                new(Off(thumb.Spread), Off(thumb.Palmar), Off(thumb.Roll), Off(thumb.Base), Off(thumb.Tip)),
                Finger(shape.Index), Finger(shape.Middle), Finger(shape.Ring), Finger(shape.Little)),
            new(
                pose.Orientation.Turn + turns * Normal(random), pose.Orientation.Tilt + turns * Normal(random),
                pose.Orientation.Lean + turns * Normal(random), pose.Orientation.Elbow + 2 * turns * Normal(random)),
            pose.Place);

        float Off(float angle) => angle + joints * Normal(random);

        // Fingers bend together but hardly sideways, and neighbours must not pass through each other.
        FingerPose Finger(FingerPose finger) =>
            new(Off(finger.Base), Off(finger.Middle), Off(finger.Tip), finger.Spread + joints * 0.25f * Normal(random));
    }

    /// <summary>A letter the way some signer may sign it: on the way to one of its variants, from a side, folded more or less tightly.</summary>
    /// <param name="letter">A–Z; J and Z as they begin.</param>
    /// <param name="random">Where chance comes from.</param>
    public static Pose Sign(char letter, Random random)
    {
        var pose = LetterMotion.At(letter, 0);
        var variants = LetterVariants.Of(letter);
        if (variants.Count > 0)
            pose = Pose.Between(pose, variants[random.Next(variants.Count)], random.NextSingle());
        float bend = LoosestBend + (TightestBend - LoosestBend) * random.NextSingle();
        var (shape, usual) = (pose.Shape, pose.Orientation);
        return Vary(
            pose with
            {
                Shape = new(shape.Thumb, Bent(shape.Index), Bent(shape.Middle), Bent(shape.Ring), Bent(shape.Little)),
                Orientation = new(usual.Turn + Within(SideTurn), usual.Tilt + Within(SideTilt), usual.Lean + Within(SideLean), usual.Elbow),
            },
            random, joints: 5, turns: 6);

        float Within(float most) => most * (2 * random.NextSingle() - 1);

        FingerPose Bent(FingerPose finger) => finger with { Base = bend * finger.Base, Middle = bend * finger.Middle, Tip = bend * finger.Tip };
    }

    /// <summary>A look of chance: anyone's hand in any light.</summary>
    /// <param name="random">Where chance comes from.</param>
    public static HandLook Look(Random random) => new()
    {
        Side = random.Next(2) == 0 ? HandSide.Right : HandSide.Left,
        Tone = SkinTone.All[random.Next(SkinTone.All.Count)],
        Light = new Vector3(Normal(random), 0.4f + Normal(random), 0.6f + MathF.Abs(Normal(random))),
        Lines = 0.15f * random.NextSingle(),
        Build = new(1 + 0.07f * Normal(random), 1 + 0.07f * Normal(random), 1 + 0.05f * Normal(random)),
        Samples = 2,
    };

    /// <summary>A number of the normal distribution, kept within two deviations (G. E. P. Box, M. E. Muller, 1958).</summary>
    static float Normal(Random random)
    {
        float radius = MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle()));
        return Math.Clamp(radius * MathF.Cos(2 * MathF.PI * random.NextSingle()), -2, 2);
    }
}
