using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>
/// How a letter is signed over time: J and Z move, the others are held. Both are drawn as the signer reads them, so the watcher
/// of a right hand sees them mirrored.
/// </summary>
public static class LetterMotion
{
    /// <summary>Whether a letter is drawn in the air.</summary>
    public static bool Moves(char letter) => char.ToUpperInvariant(letter) is 'J' or 'Z';

    /// <summary>The hand at a moment of a letter.</summary>
    /// <param name="letter">A–Z or a–z.</param>
    /// <param name="share">The moment, 0 at the beginning to 1 at the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The letter is none.</exception>
    public static Pose At(char letter, float share)
    {
        var pose = ManualAlphabet.Of(letter).Pose;
        return char.ToUpperInvariant(letter) switch
        {
            'J' => Along(J, pose, share),
            'Z' => Along(Z, pose, share),
            _ => pose,
        };
    }

    /// <summary>Where the fingertip that draws the letter is at a moment, in the picture of <paramref name="look"/>, mm right and up of its middle.</summary>
    internal static Vector2 Tip(char letter, float share, HandLook look)
    {
        var pose = At(letter, share);
        var part = char.ToUpperInvariant(letter) == 'J' ? Part.Little : Part.Index;
        var tip = Skeleton.Build(pose, look.Build).Last(bone => bone.Part == part).To;
        var seen = new HandView(pose, look).ToPicture(tip);
        return new Vector2(seen.X, seen.Y);
    }

    // The little finger goes down as the hand tips forward, then round and up as the forearm turns the palm to the signer.
    static readonly (float Share, Orientation Orientation, Vector2 Place)[] J =
    [
        (0, new(0, 0, 0), new(0, 20)),
        (0.12f, new(0, 0, 0), new(0, 20)),
        (0.45f, new(-15, 58, 4), new(0, -12)),
        (0.7f, new(-70, 62, 30), new(8, -25)),
        (0.88f, new(-125, 25, 42), new(22, -18)),
        (1, new(-140, 10, 44), new(26, -10)),
    ];

    static readonly (float Share, Orientation Orientation, Vector2 Place)[] Z =
    [
        (0, new(0, 18, 0), new(38, 10)),
        (0.08f, new(0, 18, 0), new(38, 10)),
        (0.36f, new(0, 18, -6), new(-34, 10)),
        (0.66f, new(0, 30, 6), new(36, -48)),
        (0.92f, new(0, 30, -4), new(-36, -48)),
        (1, new(0, 30, -4), new(-36, -48)),
    ];

    static Pose Along((float Share, Orientation Orientation, Vector2 Place)[] path, Pose pose, float share)
    {
        int next = 1;
        while (next < path.Length - 1 && path[next].Share < share)
            next++;
        var (from, to) = (path[next - 1], path[next]);
        float way = HandSkin.Smooth(0, 1, (share - from.Share) / (to.Share - from.Share));
        return pose with
        {
            Orientation = Orientation.Between(from.Orientation, to.Orientation, way),
            Place = Vector2.Lerp(from.Place, to.Place, way),
        };
    }
}
