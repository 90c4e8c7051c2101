namespace Fingerspell.Showing;

/// <summary>What tells two letters apart that people mix up: one thing that is one way in the first and another way in the second.</summary>
/// <param name="First">A letter, A–Z.</param>
/// <param name="Second">Another letter, A–Z.</param>
/// <param name="What">What differs, such as "the thumb".</param>
/// <param name="InFirst">How that is in the first letter, to be read after <paramref name="What"/>.</param>
/// <param name="InSecond">How that is in the second letter, likewise.</param>
sealed record Contrast(char First, char Second, string What, string InFirst, string InSecond)
{
    const string Pair = "index and middle finger", TwoFingers = "under two fingers", ThreeFingers = "under three fingers";
    const string Beside = "upright beside the fist", Across = "across the front of the fingers";
    const string Between = "tucked between index and middle finger", Rolled = "rolled into the palm";
    const string OnThumb = "bent so that their tips rest on the folded thumb";

    /// <summary>The pairs that learners, and this recogniser, mix up.</summary>
    public static IReadOnlyList<Contrast> All { get; } =
    [
        // The fists: all in the thumb.
        new('A', 'S', "the thumb", Beside, Across),
        new('A', 'T', "the thumb", Beside, Between),
        new('A', 'N', "the thumb", Beside, TwoFingers),
        new('A', 'M', "the thumb", Beside, ThreeFingers),
        new('A', 'E', "the fingers", Rolled + " with the thumb beside them", OnThumb),
        new('E', 'S', "the fingers", OnThumb, Rolled + " with the thumb across their front"),
        new('E', 'M', "the fingers", OnThumb, "folded over the thumb, three of them"),
        new('E', 'N', "the fingers", OnThumb, "folded over the thumb, two of them"),
        new('E', 'T', "the thumb", "folded below the fingertips", Between),
        new('M', 'N', "the thumb", ThreeFingers, TwoFingers),
        new('M', 'S', "the thumb", ThreeFingers, Across),
        new('M', 'T', "the thumb", ThreeFingers, "under the index finger alone, its tip beside it"),
        new('N', 'S', "the thumb", TwoFingers, Across),
        new('N', 'T', "the thumb", TwoFingers, "under the index finger alone, its tip beside it"),
        new('S', 'T', "the thumb", Across, Between),

        // Index and middle finger.
        new('U', 'V', Pair, "side by side", "spread apart"),
        new('R', 'U', Pair, "crossed", "side by side"),
        new('R', 'V', Pair, "crossed", "spread apart"),
        new('K', 'V', "the thumb", "up between index and middle finger", "across the folded fingers"),
        new('K', 'U', "the middle finger", "forward, the thumb between it and the index finger", "upright beside the index finger"),
        new('K', 'R', Pair, "apart, the thumb between them", "crossed"),
        new('K', 'P', "the hand", "upright", "pointing down from the wrist"),
        new('H', 'U', Pair, "pointing to the side", "pointing up"),
        new('H', 'V', Pair, "pointing to the side, together", "pointing up, spread apart"),
        new('H', 'R', Pair, "pointing to the side, uncrossed", "pointing up and crossed"),
        new('H', 'K', Pair, "pointing to the side, together", "pointing up and forward, the thumb between them"),
        new('H', 'P', Pair, "together, pointing to the side", "apart, the middle finger pointing down"),

        // Index finger and thumb.
        new('G', 'H', "the middle finger", "folded", "stretched beside the index finger"),
        new('G', 'Q', "index finger and thumb", "pointing to the side", "pointing down"),
        new('G', 'L', "index finger and thumb", "side by side, pointing to the side", "at a right angle, the index finger up"),
        new('G', 'P', "the middle finger", "folded", "stretched down"),
        new('P', 'Q', "the middle finger", "stretched, the thumb between it and the index finger", "folded"),
        new('G', 'X', "the index finger", "straight, pointing to the side", "hooked"),
        new('Q', 'X', "the index finger", "pointing down beside the thumb", "raised and hooked"),
        new('D', 'F', "the index finger", "upright, the other fingers rounded to the thumb", "touching the thumb, the other fingers upright"),
        new('D', 'L', "the thumb", "touching the rounded fingers", "out to the side"),
        new('D', 'X', "the index finger", "straight", "hooked"),
        new('D', 'O', "the index finger", "straight up", "rounded to the thumb with the others"),
        new('D', 'G', "the index finger", "pointing up", "pointing to the side"),
        new('L', 'X', "the index finger", "straight, the thumb out to the side", "hooked, the thumb folded"),
        new('S', 'X', "the index finger", "closed in the fist", "raised and hooked"),
        new('T', 'X', "the index finger", "closed over the thumb", "raised and hooked"),

        // Round hands and open ones.
        new('C', 'O', "fingertips and thumb", "apart, with a gap as in the letter", "touching"),
        new('E', 'O', "fingers and thumb", "folded flat against each other", "rounded into a ring"),
        new('F', 'O', "middle, ring and little finger", "upright", "rounded to the thumb with the index finger"),
        new('B', 'F', "the index finger", "straight up with the others", "bent to touch the thumb"),
        new('F', 'W', "the index finger", "bent to touch the thumb, the little finger up", "up, the little finger held down by the thumb"),
        new('B', 'W', "the little finger", "up with the others", "held down by the thumb"),

        // The little finger.
        new('I', 'Y', "the thumb", "across the folded fingers", "stretched out to the side"),
        new('A', 'Y', "thumb and little finger", "beside the fist and folded", "both stretched out"),
        new('I', 'S', "the little finger", "upright", "closed in the fist"),
        new('L', 'Y', "the finger that is up with the thumb out", "the index finger", "the little finger"),
    ];

    /// <summary>What to do for a letter of the two, in one sentence.</summary>
    /// <param name="wanted"><see cref="First"/> or <see cref="Second"/>.</param>
    public string Sentence(char wanted)
    {
        var (right, wrong) = wanted == First ? (InFirst, InSecond) : (InSecond, InFirst);
        return $"{char.ToUpperInvariant(What[0])}{What[1..]}: {right}, not {wrong}.";
    }
}
