namespace Fingerspell.Spelling.Drawn;

/// <summary>A letter that was drawn in the air.</summary>
/// <param name="Letter">J or Z.</param>
/// <param name="Began">When its motion began.</param>
readonly record struct DrawnLetter(char Letter, TimeSpan Began);
