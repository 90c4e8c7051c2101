namespace Fingerspell.Spelling.Words;

/// <summary>A character of the text, and what was seen when it was typed.</summary>
/// <param name="Character">The character.</param>
/// <param name="Probabilities">How probable each letter A–Z was, or null where a person typed it, who knows.</param>
readonly record struct TypedSign(char Character, float[]? Probabilities = null)
{
    /// <summary>A letter drawn in the air, which is rarely seen where none was meant, and then where its hand was held and moved.</summary>
    /// <param name="letter">J or Z.</param>
    public static TypedSign Drawn(char letter)
    {
        float[] probabilities = new float[26];
        probabilities[Alphabet.LabelOf(letter)] = 0.9f;
        probabilities[Alphabet.LabelOf(letter == 'J' ? 'I' : 'D')] = 0.1f;
        return new(letter, probabilities);
    }
}
