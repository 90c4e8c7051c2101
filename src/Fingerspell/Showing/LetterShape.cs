namespace Fingerspell.Showing;

/// <summary>How a letter is signed.</summary>
/// <param name="Letter">The letter, A–Z.</param>
/// <param name="Words">How it is made, in one line for a learner.</param>
/// <param name="Pose">The hand; for J and Z where the motion begins.</param>
public sealed record LetterShape(char Letter, string Words, Pose Pose);
