using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>
/// The 26 letters of the American manual alphabet as hands, after the descriptions in T. Humphries, C. Padden, T. J.
/// O'Rourke, "A Basic Course in American Sign Language", 1994, and R. A. Tennant, M. Gluszak Brown, "The American Sign Language
/// Handshape Dictionary", 1998. The angles are our own, found by looking.
/// </summary>
public static class ManualAlphabet
{
    static readonly FingerPose Straight = new(2, 3, 2);
    static readonly FingerPose Fist = new(88, 105, 52);
    static readonly Orientation Facing = new(0, 0, 0);

    static readonly Dictionary<char, LetterShape> Shapes = Letters().ToDictionary(shape => shape.Letter);

    /// <summary>How a letter is signed.</summary>
    /// <param name="letter">A–Z or a–z.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is none of them.</exception>
    public static LetterShape Of(char letter) => Shapes.TryGetValue(char.ToUpperInvariant(letter), out var shape)
        ? shape
        : throw new ArgumentOutOfRangeException(nameof(letter), letter, "not a letter from A to Z");

    static LetterShape[] Letters() =>
    [
        Letter('A', "a fist, the thumb upright beside the index finger", Facing,
            new(19, 13, 18, -3, 24), Fist, Fist, Fist, Fist),
        Letter('B', "four straight fingers side by side, the thumb folded across the palm", Facing,
            new(4, 26, 16, 60, 42), new(2, 3, 2, -2.2f), new(2, 3, 2), new(2, 3, 2, 2.2f), new(2, 3, 2, 5)),
        Letter('C', "fingers and thumb curved like the letter, seen from the side", new(-50, 0, 10),
            new(36, 50, 40, 25, 26), new(30, 45, 28, -1), new(30, 45, 28), new(32, 45, 28, 1), new(34, 45, 28, 2)),
        Letter('D', "the index finger upright, the other fingertips rounded to meet the thumb", new(-32, 6, 3),
            new(32, 48, 10, 50, 37), Straight, new(46, 92, 42), new(52, 92, 42), new(60, 88, 40)),
        Letter('E', "the fingers bent down so that their tips rest on the folded thumb", new(-20, -12, 4),
            new(7, 41, 10, 60, 56), new(55, 111, 42, -1), new(55, 111, 42), new(55, 111, 42, 1), new(58, 108, 42, 2)),
        Letter('F', "the tips of thumb and index finger touch, the other three fingers are spread upright", new(-40, 0, 0),
            new(44, 44, 10, 41, 32), new(48, 68, 32, 8), new(10, 8, 5, 2), new(5, 6, 4, -7), new(2, 5, 3, -16)),
        Letter('G', "index finger and thumb point to the side, one above the other", new(190, 0, 66, 35),
            new(24, 4, 22, 1, 26), Straight, Fist, Fist, Fist, new(-35, 0)),
        Letter('H', "index and middle finger point to the side together", new(186, 8, 70, 35),
            new(20, 51, 5, 54, 43), new(2, 3, 2, -2.2f), new(2, 3, 2, 1.8f), Fist, Fist, new(-35, 0)),
        Letter('I', "a fist with the little finger upright, the thumb across the fingers", Facing,
            new(12, 49, 5, 51, 41), Fist, Fist, Fist, new(2, 3, 2, -4)),
        Letter('J', "the I hand draws the letter: the little finger goes down, then round to the thumb's side", Facing,
            new(12, 49, 5, 51, 41), Fist, Fist, Fist, new(2, 3, 2, -4)),
        Letter('K', "index finger up, middle finger forward, the thumb between them", new(35, 0, 0),
            new(18, 23, 15, 30, 27), new(0, 3, 2, 4), new(48, 5, 4, -3), Fist, Fist),
        Letter('L', "index finger up and thumb out to the side, at a right angle", Facing,
            new(52, 1, 13, -2, -4), Straight, Fist, Fist, Fist),
        Letter('M', "three fingers folded over the thumb, whose tip shows beside the ring finger", Facing,
            new(-6, 33, 10, 45, 27), new(76, 88, 36), new(76, 88, 36), new(76, 88, 36), Fist),
        Letter('N', "two fingers folded over the thumb, whose tip shows beside the middle finger", new(0, -14, 4),
            new(17, 42, 10, 56, 27), new(76, 88, 36), new(76, 88, 36), Fist, Fist),
        Letter('O', "all fingertips rounded to meet the thumb, seen from the side", new(-50, 0, 10),
            new(38, 55, 30, 39, 30), new(50, 58, 35, -1), new(50, 58, 35), new(52, 58, 35, 1), new(54, 58, 35, 2)),
        Letter('P', "the K hand pointing down: index finger forward, middle finger down, the thumb between them", new(88, 0, -86, -42),
            new(18, 23, 15, 30, 27), new(0, 3, 2, 4), new(55, 5, 4, -3), Fist, Fist, new(20, 20)),
        Letter('Q', "the G hand pointing down: index finger and thumb point down side by side", new(-14, 126, 16, -36),
            new(38, 17, 1, 16, 26), new(14, 8, 5), Fist, Fist, Fist, new(0, 40)),
        Letter('R', "index and middle finger upright and crossed", new(18, -14, 8),
            new(12, 52, 5, 56, 41), new(15, 4, 2, -13), new(0, 6, 4, 11), Fist, Fist),
        Letter('S', "a fist, the thumb across the front of the fingers", new(8, -14, 0),
            new(12, 49, 5, 51, 41), Fist, Fist, Fist, Fist),
        Letter('T', "a fist, the tip of the thumb between index and middle finger", new(8, -10, 0),
            new(18, 25, -10, 35, 16), new(60, 97, 50, 6), Fist, Fist, Fist),
        Letter('U', "index and middle finger upright side by side", Facing,
            new(12, 52, 5, 56, 41), new(2, 3, 2, -2.2f), new(2, 3, 2, 1.8f), Fist, Fist),
        Letter('V', "index and middle finger upright and spread", Facing,
            new(12, 52, 5, 56, 41), new(2, 3, 2, 11), new(2, 3, 2, -8), Fist, Fist),
        Letter('W', "three fingers upright and spread, the thumb holds the little finger", Facing,
            new(-4, 42, 5, 57, 33), new(2, 3, 2, 12), new(2, 3, 2, 0), new(2, 3, 2, -12), new(80, 92, 50)),
        Letter('X', "a fist with the index finger raised and hooked", new(-38, 16, -6),
            new(12, 49, 5, 51, 41), new(24, 88, 48), Fist, Fist, Fist),
        Letter('Y', "thumb and little finger stretched out, the rest folded", Facing,
            new(49, -2, 26, -1, 0), Fist, Fist, Fist, new(2, 3, 2, -14)),
        Letter('Z', "the index finger points up and draws the letter", Facing,
            new(12, 49, 5, 51, 41), Straight, Fist, Fist, Fist),
    ];

    static LetterShape Letter(
        char letter, string words, Orientation orientation,
        ThumbPose thumb, FingerPose index, FingerPose middle, FingerPose ring, FingerPose little, Vector2 place = default) =>
        new(letter, words, new Pose(new Handshape(thumb, index, middle, ring, little), orientation, place));
}
