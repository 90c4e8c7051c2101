namespace Fingerspell.Training.Evaluation;

/// <summary>How much of one person's signing is read rightly.</summary>
/// <param name="Signer">The person, such as <c>user_9</c>.</param>
/// <param name="Share">Rows read rightly of all rows of that person.</param>
public sealed record SignerAccuracy(string Signer, Proportion Share);
