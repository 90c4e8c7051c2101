using Fingerspell.Training.Evaluation.Photos;

namespace Fingerspell.Training.Evaluation.Words;

/// <summary>
/// How a word is spelled with photographs: each letter is held, and one turns into the next. Equal letters are parted by
/// letting the hand out of view for a moment, and so do words begin and, for longer, end.
/// </summary>
public static class WordScript
{
    /// <summary>Frames a second.</summary>
    public const int Rate = 15;

    /// <summary>Frames in which a letter is held: 1.2 s.</summary>
    public const int Held = 18;

    /// <summary>Frames that a photograph is shown before the letter's next one, as a held hand drifts: a third of a second.</summary>
    const int Shown = 5;

    /// <summary>Frames between two letters, in which both are seen: 0.2 s.</summary>
    public const int Turning = 3;

    /// <summary>Frames without a hand between equal letters and before a word: 0.4 s.</summary>
    public const int Parted = 6;

    /// <summary>Frames without a hand after a word: 1.6 s, beyond what ends a word.</summary>
    public const int Ending = 24;

    /// <summary>The frames of a word, in their order.</summary>
    /// <param name="word">The word, of the letters A–Z.</param>
    /// <param name="photos">The photographs of each of its letters, one or more.</param>
    /// <param name="random">Decides which of a letter's photographs are shown, and in what order.</param>
    public static IReadOnlyList<Shot> Of(string word, ILookup<char, TestPhoto> photos, Random random)
    {
        List<Shot> shots = [.. Enumerable.Repeat(new Shot(null), Parted)];
        for (int i = 0; i < word.Length; i++)
        {
            TestPhoto[] ofLetter = [.. photos[word[i]]];
            random.Shuffle(ofLetter);
            if (i > 0 && word[i] == word[i - 1])
                shots.AddRange(Enumerable.Repeat(new Shot(null), Parted));
            else if (i > 0)
                shots.AddRange(Turn(shots[^1].Photo!, ofLetter[0]));
            shots.AddRange(Enumerable.Range(0, Held).Select(frame => new Shot(ofLetter[frame / Shown % ofLetter.Length])));
        }
        shots.AddRange(Enumerable.Repeat(new Shot(null), Ending));
        return shots;
    }

    static IEnumerable<Shot> Turn(TestPhoto from, TestPhoto to) =>
        Enumerable.Range(1, Turning).Select(frame => new Shot(from, to, frame / (Turning + 1.0)));
}
