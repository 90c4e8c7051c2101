using Fingerspell.Letters;

namespace Fingerspell.Training.Evaluation;

/// <summary>What networks read from whole photographs of signers that they had not seen, and from what those show without the hand.</summary>
/// <param name="Signing">The photographs.</param>
/// <param name="Handless">The photographs with the hand taken out, and what lies beside the hand; their labels are null.</param>
public sealed record WholePictures(IReadOnlyList<WholePicture> Signing, IReadOnlyList<WholePicture> Handless)
{
    /// <summary>What a place of a photograph overlaps the hand by, at least, to be a sign: by less it is the face, or a part of the hand.</summary>
    const double OnHand = 0.3;

    /// <summary>By a hair more than it takes, or rounding would leave a place even.</summary>
    const double Hair = 1e-6;

    /// <summary>
    /// The odds of a sign fitted to the places on the hands and to all without a hand, and then moved until none of those without a hand is as
    /// likely a sign as not, since pictures without a hand are more various than what lies beside hands; null where there are none of one kind.
    /// </summary>
    public SignOdds? Odds { get; } = Places(Signing, OnHand) is { Count: > 0 } signs && Places(Handless, 0) is { Count: > 0 } others
        ? Moved(SignOddsFit.Of(signs, others), others)
        : null;

    static SignOdds Moved(SignOdds odds, List<(double Unevenness, double Found)> others) => odds with
    {
        Bias = odds.Bias - Math.Max(0, others.Max(place => odds.LogOdds(place.Unevenness, place.Found)) + Hair),
    };

    static List<(double Unevenness, double Found)> Places(IReadOnlyList<WholePicture> pictures, double leastOverlap) =>
        [.. pictures.SelectMany(picture => picture.Places).Where(place => place.Overlap >= leastOverlap).Select(place => (place.Unevenness, place.Found))];
}
