using Fingerspell.Letters;

namespace Fingerspell.Web.Recognizing;

/// <summary>A letter that the hand may show.</summary>
/// <param name="Letter">The letter, A–Y without J.</param>
/// <param name="Confidence">How sure the model is of it, 0–1.</param>
public sealed record Candidate(char Letter, double Confidence)
{
    internal static IReadOnlyList<Candidate> Of(Reading reading, int most) =>
        [.. reading.Candidates.Take(most).Select(Of)];

    /// <summary>A share with the digits that mean something.</summary>
    internal static double Round(double share) => Math.Round(share, 4);

    static Candidate Of(LetterCandidate candidate) => new(candidate.Letter, Round(candidate.Confidence));
}
