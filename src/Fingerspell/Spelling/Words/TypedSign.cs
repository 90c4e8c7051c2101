namespace Fingerspell.Spelling.Words;

/// <summary>A character of the text, and what was seen when it was typed.</summary>
/// <param name="Character">The character.</param>
/// <param name="Probabilities">How probable each letter A–Z was, or null where a person typed it, who knows.</param>
readonly record struct TypedSign(char Character, float[]? Probabilities = null);
