namespace Fingerspell.Letters;

/// <summary>A letter that a crop may show.</summary>
/// <param name="Letter">The letter, A–Y without J.</param>
/// <param name="Confidence">How sure the model is of it, 0–1.</param>
public readonly record struct LetterCandidate(char Letter, float Confidence);
