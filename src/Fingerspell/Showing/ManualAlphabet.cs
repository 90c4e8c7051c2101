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
            new(27, 15, 15, 18, 10), Fist, Fist, Fist, Fist),
        Letter('B', "four straight fingers side by side, the thumb folded across the palm", Facing,
            new(15, 31, 13, 60, 71), new(2, 3, 2, -1.5f), new(2, 3, 2, 0), new(2, 3, 2, 1.5f), new(2, 3, 2, 4)),
        Letter('C', "fingers and thumb curved like the letter, seen from the side", new(-50, 0, 10),
            new(38, 54, 46, 47, -13), new(30, 45, 28, -1), new(30, 45, 28), new(32, 45, 28, 1), new(34, 45, 28, 2)),
        Letter('D', "the index finger upright, the other fingertips rounded to meet the thumb", new(-16, 0, 0),
            new(42, 64, 20, 60, 45), Straight, new(62, 84, 40), new(65, 84, 40), new(69, 80, 40)),
        Letter('E', "the fingers bent down so that their tips rest on the folded thumb", Facing,
            new(20, 45, 10, 60, 80), new(55, 111, 42, -1), new(55, 111, 42), new(55, 111, 42, 1), new(58, 108, 42, 2)),
        Letter('F', "the tips of thumb and index finger touch, the other three fingers are spread upright", new(-24, 0, 0),
            new(53, 46, 10, 60, 4), new(48, 68, 32, 8), new(10, 8, 5, 2), new(5, 6, 4, -7), new(2, 5, 3, -16)),
        Letter('G', "index finger and thumb point to the side, one above the other", new(168, 0, 74, 35),
            new(34, 8, 22, 34, 3), Straight, Fist, Fist, Fist, new(-35, 0)),
        Letter('H', "index and middle finger point to the side together", new(160, 0, 78, 35),
            new(36, 55, 5, 60, 43), new(2, 3, 2, -1.5f), new(2, 3, 2, 1), Fist, Fist, new(-35, 0)),
        Letter('I', "a fist with the little finger upright, the thumb across the fingers", Facing,
            new(35, 56, 5, 60, 46), Fist, Fist, Fist, new(2, 3, 2, -4)),
        Letter('J', "the I hand draws the letter: the little finger goes down, then round to the thumb's side", Facing,
            new(35, 56, 5, 60, 46), Fist, Fist, Fist, new(2, 3, 2, -4)),
        Letter('K', "index finger up, middle finger forward, the thumb between them", new(35, 0, 0),
            new(24, 23, 10, 46, 5), new(0, 3, 2, 4), new(48, 5, 4, -3), Fist, Fist),
        Letter('L', "index finger up and thumb out to the side, at a right angle", Facing,
            new(53, 2, -2, 3, -13), Straight, Fist, Fist, Fist),
        Letter('M', "three fingers folded over the thumb, whose tip shows beside the ring finger", Facing,
            new(2, 38, 10, 60, 10), new(76, 88, 36), new(76, 88, 36), new(76, 88, 36), Fist),
        Letter('N', "two fingers folded over the thumb, whose tip shows beside the middle finger", Facing,
            new(22, 44, 10, 60, 29), new(76, 88, 36), new(76, 88, 36), Fist, Fist),
        Letter('O', "all fingertips rounded to meet the thumb, seen from the side", new(-50, 0, 10),
            new(39, 60, 39, 60, -15), new(50, 58, 35, -1), new(50, 58, 35), new(52, 58, 35, 1), new(54, 58, 35, 2)),
        Letter('P', "the K hand pointing down: index finger forward, middle finger down, the thumb between them", new(70, 0, -100, -40),
            new(24, 23, 10, 46, 5), new(0, 3, 2, 4), new(55, 5, 4, -3), Fist, Fist, new(20, 20)),
        Letter('Q', "the G hand pointing down: index finger and thumb point down side by side", new(70, 30, -138, -40),
            new(34, 8, 22, 34, 3), Straight, Fist, Fist, Fist, new(20, 30)),
        Letter('R', "index and middle finger upright and crossed", Facing,
            new(29, 57, 5, 60, 51), new(15, 4, 2, -13), new(0, 6, 4, 11), Fist, Fist),
        Letter('S', "a fist, the thumb across the front of the fingers", Facing,
            new(28, 54, 5, 60, 40), Fist, Fist, Fist, Fist),
        Letter('T', "a fist, the tip of the thumb between index and middle finger", Facing,
            new(23, 29, 0, 36, 17), new(66, 95, 48, 10), Fist, Fist, Fist),
        Letter('U', "index and middle finger upright side by side", Facing,
            new(29, 57, 5, 60, 51), new(2, 3, 2, -1.5f), new(2, 3, 2, 1), Fist, Fist),
        Letter('V', "index and middle finger upright and spread", Facing,
            new(29, 57, 5, 60, 51), new(2, 3, 2, 11), new(2, 3, 2, -8), Fist, Fist),
        Letter('W', "three fingers upright and spread, the thumb holds the little finger", Facing,
            new(5, 46, 5, 60, 44), new(2, 3, 2, 12), new(2, 3, 2, 0), new(2, 3, 2, -12), new(80, 92, 50)),
        Letter('X', "a fist with the index finger raised and hooked", new(-38, 0, 0),
            new(35, 56, 5, 60, 46), new(24, 88, 48), Fist, Fist, Fist),
        Letter('Y', "thumb and little finger stretched out, the rest folded", Facing,
            new(47, -1, -9, -4, -2), Fist, Fist, Fist, new(2, 3, 2, -14)),
        Letter('Z', "the index finger points up and draws the letter", Facing,
            new(35, 56, 5, 60, 46), Straight, Fist, Fist, Fist),
    ];

    static LetterShape Letter(
        char letter, string words, Orientation orientation,
        ThumbPose thumb, FingerPose index, FingerPose middle, FingerPose ring, FingerPose little, Vector2 place = default) =>
        new(letter, words, new Pose(new Handshape(thumb, index, middle, ring, little), orientation, place));
}
