namespace Fingerspell.Showing;

/// <summary>
/// How else than <see cref="ManualAlphabet"/> shows them letters are signed: seen from farther round, with the thumb elsewhere, folded
/// more loosely. R. A. Tennant, M. Gluszak Brown, "The American Sign Language Handshape Dictionary", 1998, has several drawings of
/// these handshapes; the angles are our own.
/// </summary>
static class LetterVariants
{
    static readonly FingerPose Fist = new(88, 105, 52);
    static readonly FingerPose Draped = new(86, 58, 18);    // over the thumb, the nails to the watcher

    static readonly Dictionary<char, Pose[]> All = Variants().ToLookup(v => v.Letter, v => v.Pose).ToDictionary(v => v.Key, v => v.ToArray());

    /// <summary>The other ways; none where a letter has no others.</summary>
    /// <param name="letter">A–Z.</param>
    public static IReadOnlyList<Pose> Of(char letter) => All.GetValueOrDefault(letter, []);

    static IEnumerable<(char Letter, Pose Pose)> Variants() =>
    [
        ('A', Shaped('A', s => s with { Thumb = new(30, 12, 18, -3, 10) })),
        ('A', Turned('A', 28)),
        ('B', Shaped('B', s => s with { Thumb = new(14, 12, 14, 12, 24) })),
        ('C', Turned('C', -85)),
        ('C', Turned('C', -8)),
        ('D', Shaped('D', s => s with { Thumb = new(12, 49, 5, 51, 41), Middle = Fist, Ring = Fist, Little = Fist }, turn: 5)),
        ('D', Turned('D', -75)),
        ('E', Shaped('E', s => s with { Index = new(36, 108, 50, -1), Middle = new(36, 108, 50), Ring = new(36, 108, 50, 1), Little = new(40, 104, 50, 2) })),
        ('E', Turned('E', 15)),
        ('F', Turned('F', 5)),
        ('F', Turned('F', -75)),
        ('G', Turned('G', 145, lean: 84)),
        ('G', Turned('G', 225, lean: 74)),
        ('G', Shaped('G', s => s with { Thumb = new(14, 32, 10, 32, 34) }, turn: 196, lean: 92)),
        ('H', Turned('H', 148, lean: 84)),
        ('H', Turned('H', 222, lean: 74)),
        ('I', Shaped('I', s => s with { Thumb = new(19, 13, 18, -3, 24) })),
        ('I', Turned('I', -40)),
        ('K', Turned('K', 75)),
        ('K', Turned('K', -5)),
        ('L', Turned('L', -40)),
        ('M', Shaped('M', s => s with { Index = Draped, Middle = Draped, Ring = Draped })),
        ('M', Turned('M', -25)),
        ('N', Shaped('N', s => s with { Index = Draped, Middle = Draped })),
        ('N', Turned('N', -25)),
        ('O', Turned('O', -85)),
        ('O', Turned('O', -8)),
        ('P', Turned('P', 125, lean: -80)),
        ('P', Turned('P', 52, lean: -104)),
        ('Q', Turned('Q', 22)),
        ('Q', Turned('Q', -50)),
        ('S', Shaped('S', s => s with { Thumb = new(8, 46, 5, 44, 36) })),
        ('T', Shaped('T', s => s with { Thumb = new(20, 24, -8, 28, 8), Index = new(66, 90, 46, 4) })),
        ('T', Turned('T', 34)),
        ('U', Turned('U', -30)),
        ('X', Turned('X', -82)),
        ('X', Shaped('X', s => s with { Index = new(20, 72, 42) }, turn: -14)),
        ('X', Shaped('X', s => s with { Index = new(8, 98, 60) })),
        ('Y', Turned('Y', -35)),
    ];

    static Pose Shaped(char letter, Func<Handshape, Handshape> change, float? turn = null, float? lean = null)
    {
        var pose = Turned(letter, turn, lean);
        return pose with { Shape = change(pose.Shape) };
    }

    static Pose Turned(char letter, float? turn, float? lean = null)
    {
        var pose = ManualAlphabet.Of(letter).Pose;
        var usual = pose.Orientation;
        return pose with { Orientation = usual with { Turn = turn ?? usual.Turn, Lean = lean ?? usual.Lean } };
    }
}
