using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>
/// How a letter is signed over time: J and Z move, the others are held. Both are drawn as the signer reads them, so the watcher
/// of a right hand sees them mirrored.
/// </summary>
public static class LetterMotion
{
    /// <summary>Whether a letter is drawn in the air.</summary>
    public static bool Moves(char letter) => Alphabet.IsDrawn(char.ToUpperInvariant(letter));

    /// <summary>The hand at a moment of a letter.</summary>
    /// <param name="letter">A–Z or a–z.</param>
    /// <param name="share">The moment, 0 at the beginning to 1 at the end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The letter is none.</exception>
    public static Pose At(char letter, float share)
    {
        var pose = ManualAlphabet.Of(letter).Pose;
        return char.ToUpperInvariant(letter) switch
        {
            'J' => Along(J, pose, share, isRound: true),
            'Z' => Along(Z, pose, share, isRound: false),
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
    static readonly Moment[] J =
    [
        new(0, new(0, 0, 0), new(0, 20)),
        new(0.1f, new(0, 0, 0), new(0, 20)),
        new(0.45f, new(-15, 58, 4), new(0, -12)),
        new(0.7f, new(-70, 62, 30), new(8, -25)),
        new(0.9f, new(-125, 25, 42), new(22, -18)),
        new(1, new(-140, 10, 44), new(26, -10)),
    ];

    static readonly Moment[] Z =
    [
        new(0, new(0, 18, 0), new(38, 10)),
        new(0.08f, new(0, 18, 0), new(38, 10)),
        new(0.36f, new(0, 18, -6), new(-34, 10)),
        new(0.66f, new(0, 30, 6), new(36, -48)),
        new(0.92f, new(0, 30, -4), new(-36, -48)),
        new(1, new(0, 30, -4), new(-36, -48)),
    ];

    static Pose Along(Moment[] path, Pose pose, float share, bool isRound)
    {
        int next = 1;
        while (next < path.Length - 1 && path[next].Share < share)
            next++;
        var (from, to) = (path[next - 1], path[next]);
        float length = to.Share - from.Share;
        float way = Math.Clamp((share - from.Share) / length, 0, 1);
        // A corner is reached at rest; a bend is passed at the speed from the moment before to the one after (Catmull, Rom).
        var (leaving, arriving) = isRound
            ? (Speed(path, next - 1) * length, Speed(path, next) * length)
            : (default(Numbers), default(Numbers));
        float square = way * way, cube = square * way;
        var at = from.Numbers * (2 * cube - 3 * square + 1) + leaving * (cube - 2 * square + way)
            + to.Numbers * (3 * square - 2 * cube) + arriving * (cube - square);
        var angles = at.Angles;
        return pose with { Orientation = new(angles.X, angles.Y, angles.Z, angles.W), Place = at.Place };
    }

    static Numbers Speed(Moment[] path, int at) => at == 0 || at == path.Length - 1
        ? default(Numbers)
        : (path[at + 1].Numbers - path[at - 1].Numbers) * (1 / (path[at + 1].Share - path[at - 1].Share));

    sealed record Moment(float Share, Orientation Orientation, Vector2 Place)
    {
        public Numbers Numbers { get; } = new(
            new(Orientation.Turn, Orientation.Tilt, Orientation.Lean, Orientation.Elbow), Place);
    }

    /// <summary>All that moves, to be reckoned with at once.</summary>
    readonly record struct Numbers(Vector4 Angles, Vector2 Place)
    {
        public static Numbers operator +(Numbers a, Numbers b) => new(a.Angles + b.Angles, a.Place + b.Place);

        public static Numbers operator -(Numbers a, Numbers b) => new(a.Angles - b.Angles, a.Place - b.Place);

        public static Numbers operator *(Numbers a, float by) => new(a.Angles * by, a.Place * by);
    }
}
