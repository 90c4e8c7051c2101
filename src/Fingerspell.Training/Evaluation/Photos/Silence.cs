namespace Fingerspell.Training.Evaluation.Photos;

/// <summary>Whether a recogniser is silent on pictures without a signing hand.</summary>
/// <param name="Pictures">Pictures without a hand, 1 or more.</param>
/// <param name="FalseHands">The hands that were found all the same, those with a letter first, the surest first.</param>
public sealed record Silence(int Pictures, IReadOnlyList<FalseHand> FalseHands)
{
    /// <summary>Pictures for which a letter was named.</summary>
    public int Named => FalseHands.Count(hand => hand.Letter is not null);

    /// <summary>The share of the pictures for which a letter was named, 0–1.</summary>
    public double NamedShare => (double)Named / Pictures;

    /// <summary>The share of the pictures in which a hand was found, 0–1.</summary>
    public double FoundShare => (double)FalseHands.Count / Pictures;

    /// <summary>Sums up readings of pictures without a hand.</summary>
    /// <param name="readings">Any readings; those of letters do not count.</param>
    /// <returns>The sum, or null where there are no such pictures.</returns>
    public static Silence? Of(IEnumerable<PhotoReading> readings)
    {
        List<PhotoReading> without = [.. readings.Where(reading => reading.Photo.Label is null)];
        return without.Count == 0 ? null : new(without.Count,
        [
            .. without.Where(reading => reading.Reading.Box is not null)
                .Select(reading => new FalseHand(
                    reading.Photo.Name, reading.Reading.Letter, Math.Round(reading.Reading.Confidence, 4), reading.Reading.Box!.Value))
                .OrderBy(hand => hand.Letter is null).ThenByDescending(hand => hand.Confidence),
        ]);
    }
}
