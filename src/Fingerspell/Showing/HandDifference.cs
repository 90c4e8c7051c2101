using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>What differs between two letters' hands, in words for a learner.</summary>
public static class HandDifference
{
    /// <summary>How far a thumb that is held otherwise counts; a finger from straight to closed counts 1.</summary>
    const float ThumbWeight = 0.6f;

    /// <summary>The bend of all joints of a finger together, in degrees, from which on it is curved or folded, and of a fist.</summary>
    const float Curved = 60, Folded = 170, Fist = 245;

    static readonly string[] Names = ["index", "middle", "ring", "little"];

    static readonly Dictionary<(char, char), Contrast> Known = Contrast.All
        .SelectMany(pair => new[] { ((pair.First, pair.Second), pair), ((pair.Second, pair.First), pair) })
        .ToDictionary();

    /// <summary>
    /// The difference that matters most: as it was written for letters that are often mixed up, and else the largest one
    /// between the two shapes of <see cref="ManualAlphabet"/>.
    /// </summary>
    /// <param name="wanted">The letter that should be signed, A–Z or a–z.</param>
    /// <param name="read">The letter that was read instead.</param>
    /// <returns>One sentence that says how it should be and how it was, or null where the two are the same letter.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One of them is no letter.</exception>
    public static string? Between(char wanted, char read)
    {
        var (right, wrong) = (ManualAlphabet.Of(wanted), ManualAlphabet.Of(read));
        if (right == wrong)
            return null;
        bool draws = LetterMotion.Moves(right.Letter);
        if (draws != LetterMotion.Moves(wrong.Letter))
            return draws
                ? $"{right.Letter} is drawn in the air, not held still as {wrong.Letter} is."
                : $"{right.Letter} is held still, not drawn in the air as {wrong.Letter} is.";
        return Known.TryGetValue((right.Letter, wrong.Letter), out var contrast)
            ? contrast.Sentence(right.Letter)
            : Largest(right.Pose, wrong.Pose);
    }

    static string Largest(Pose right, Pose wrong) => Differences(right, wrong).MaxBy(difference => difference.Size).Words;

    static IEnumerable<(float Size, string Words)> Differences(Pose right, Pose wrong)
    {
        // Fingers that change in the same way are one thing to say.
        var changes = Fingers(right.Shape).Zip(Fingers(wrong.Shape)).Select((bend, i) => (Name: Names[i], To: Bend(bend.First), From: Bend(bend.Second), Size: MathF.Abs(bend.First - bend.Second) / Fist))
            .Where(change => change.To != change.From);
        foreach (var group in changes.GroupBy(change => (change.To, change.From)))
            yield return (group.Sum(change => change.Size), $"{Listed([.. group.Select(change => change.Name)])}: {group.Key.To}, not {group.Key.From}.");
        if (Thumb(right.Shape.Thumb) is var to && Thumb(wrong.Shape.Thumb) is var from && to != from)
            yield return (ThumbWeight, $"The thumb: {to}, not {from}.");
        if (Pointing(right.Orientation) is var up && Pointing(wrong.Orientation) is var down && up != down)
            yield return (Angle(right.Orientation, wrong.Orientation) / 90, $"The hand: {up}, not {down}.");
    }

    static IEnumerable<float> Fingers(Handshape shape) =>
        new[] { shape.Index, shape.Middle, shape.Ring, shape.Little }.Select(finger => finger.Base + finger.Middle + finger.Tip);

    static string Bend(float degrees) => degrees < Curved ? "stretched" : degrees < Folded ? "curved" : "folded";

    static string Thumb(ThumbPose thumb) => thumb switch
    {
        { Spread: > 45, Palmar: < 20 } => "stretched out to the side",
        { Spread: > 30, Palmar: > 40 } => "opposite the fingertips",
        { Base: > 40 } => "folded over the palm",
        _ => "straight, beside the fingers",
    };

    static string Pointing(Orientation orientation) => Along(orientation).Y switch
    {
        > 0.5f => "upright",
        < -0.5f => "pointing down",
        _ => "pointing to the side",
    };

    static float Angle(Orientation one, Orientation other) =>
        float.RadiansToDegrees(MathF.Acos(Math.Clamp(Vector3.Dot(Along(one), Along(other)), -1, 1)));

    static Vector3 Along(Orientation orientation) => Vector3.Transform(Vector3.UnitY, orientation.Rotation);

    static string Listed(string[] names) => names.Length switch
    {
        4 => "All four fingers",
        1 => $"The {names[0]} finger",
        _ => $"{char.ToUpperInvariant(names[0][0])}{names[0][1..]}{string.Concat(names[1..^1].Select(name => ", " + name))} and {names[^1]} finger",
    };
}
