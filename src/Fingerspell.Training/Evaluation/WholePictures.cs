using Fingerspell.Letters;

namespace Fingerspell.Training.Evaluation;

/// <summary>What networks read from whole photographs of signers that they had not seen, and from what those show without the hand.</summary>
/// <param name="Signing">The photographs.</param>
/// <param name="Handless">The photographs with the hand taken out, and what lies beside the hand; their labels are null.</param>
public sealed record WholePictures(IReadOnlyList<WholePicture> Signing, IReadOnlyList<WholePicture> Handless)
{
    /// <summary>What a place of a photograph overlaps the hand by, at least, to be a sign: by less it is the face, or a part of the hand.</summary>
    const double OnHand = 0.3;

    /// <summary>The share of the pictures without a hand in which one may be as likely a sign as not: one in a thousand, so that no single odd one decides.</summary>
    const double Tolerated = 0.001;

    /// <summary>By a hair more than it takes, or rounding would leave a place even.</summary>
    const double Hair = 1e-6;

    /// <summary>
    /// The odds of a sign fitted to the places on the hands and to all without a hand, and then moved until no more than a thousandth of the pictures
    /// without a hand has a place that is as likely a sign as not, since such pictures are more various than what lies beside hands; null where there are no places of one kind.
    /// </summary>
    public SignOdds? Odds { get; } = Places(Signing, OnHand) is { Count: > 0 } signs && Places(Handless, 0) is { Count: > 0 } others
        ? Moved(SignOddsFit.Of(signs, others), Handless)
        : null;

    static SignOdds Moved(SignOdds odds, IReadOnlyList<WholePicture> handless)
    {
        double[] likeliest = [.. handless.Where(picture => picture.Places.Count > 0)
            .Select(picture => picture.Places.Max(place => odds.LogOdds(place.Unevenness, place.Found))).OrderDescending()];
        int tolerated = (int)(Tolerated * handless.Count);
        return tolerated >= likeliest.Length ? odds : odds with { Bias = odds.Bias - Math.Max(0, likeliest[tolerated] + Hair) };
    }

    static List<(double Unevenness, double Found)> Places(IReadOnlyList<WholePicture> pictures, double leastOverlap) =>
        [.. pictures.SelectMany(picture => picture.Places).Where(place => place.Overlap >= leastOverlap).Select(place => (place.Unevenness, place.Found))];
}
