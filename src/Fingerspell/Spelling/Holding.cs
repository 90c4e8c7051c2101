namespace Fingerspell.Spelling;

/// <summary>The letter that the hand is holding.</summary>
/// <param name="Letter">The letter.</param>
/// <param name="Progress">How much of the hold time is over, 0–1; 1 is typed, and stays until the letter is let go.</param>
public readonly record struct Holding(char Letter, double Progress);
