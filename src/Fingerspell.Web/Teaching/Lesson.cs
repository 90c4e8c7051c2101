using Fingerspell.Showing;

namespace Fingerspell.Web.Teaching;

/// <summary>How a letter is signed, and what differs where another one was read.</summary>
/// <param name="Letter">The letter, A–Z.</param>
/// <param name="Words">How it is made, in one line.</param>
/// <param name="Moves">Whether it is drawn in the air.</param>
/// <param name="InsteadOf">For each other letter a sentence: how the hand should be, and how it was where that letter was read.</param>
public sealed record Lesson(char Letter, string Words, bool Moves, IReadOnlyDictionary<string, string> InsteadOf)
{
    internal static Lesson Of(char letter) => new(
        letter, ManualAlphabet.Of(letter).Words, LetterMotion.Moves(letter),
        Alphabet.Letters.Where(other => other != letter)
            .ToDictionary(other => other.ToString(), other => HandDifference.Between(letter, other)!));
}
