namespace Fingerspell.Training.Evaluation;

/// <summary>What a letter was taken for.</summary>
/// <param name="Letter">The true letter.</param>
/// <param name="Read">The letter named, or null where none was.</param>
/// <param name="Count">How often.</param>
/// <param name="Rate">The share of the true letter's pictures, 0–1.</param>
public sealed record Misreading(char Letter, char? Read, int Count, double Rate);
