using Fingerspell.Imaging;
using Fingerspell.Letters;
using Fingerspell.Spelling;

namespace Fingerspell.Tests.Spelling;

/// <summary>Makes readings as the recogniser would, and feeds them to spellers.</summary>
static class Readings
{
    /// <summary>Readings a second.</summary>
    public const int Rate = 10;

    public static Box Place { get; } = new(100, 100, 80, 80);

    /// <summary>A reading of a letter with the rest of the probability shared by all others; named from one half on.</summary>
    public static Reading Of(char letter, double confidence = 0.95, Box? place = null)
    {
        float rest = (float)((1 - confidence) / (Alphabet.StaticLetters.Length - 1));
        return Of([.. Alphabet.StaticLetters.Select(l => new LetterCandidate(l, l == letter ? (float)confidence : rest))], place);
    }

    /// <summary>A reading of some candidates.</summary>
    public static Reading Of(LetterCandidate[] candidates, Box? place = null)
    {
        LetterCandidate[] ordered = [.. candidates.OrderByDescending(candidate => candidate.Confidence)];
        var best = ordered[0];
        return new Reading(best.Confidence >= 0.5f ? best.Letter : null, best.Confidence, place ?? Place, ordered, null);
    }

    /// <summary>A letter; <c>?</c> is a hand without a letter and <c>.</c> is no hand.</summary>
    public static Reading Of(char sign) => sign switch
    {
        '.' => Reading.NoHand,
        '?' => Of('A', 1.0 / Alphabet.StaticLetters.Length),
        _ => Of(sign, 0.95),
    };

    /// <summary>A speller after ten readings a second, a character each.</summary>
    public static Speller After(string signs, SpellerOptions options)
    {
        var speller = new Speller(options);
        for (int i = 0; i < signs.Length; i++)
            speller.Add(TimeSpan.FromSeconds(i) / Rate, Of(signs[i]));
        return speller;
    }
}
