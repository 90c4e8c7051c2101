namespace Fingerspell.Training.Evaluation.Photos;

/// <summary>How well the hands that were found agree with where they are.</summary>
/// <param name="Photos">Photographs of which it is known where the hand is, 1 or more.</param>
/// <param name="Found">Photographs in which a hand was found.</param>
/// <param name="Overlapping">Photographs in which the found box overlaps the true one enough (<see cref="Enough"/>).</param>
/// <param name="MedianOverlap">The median overlap (intersection over union), 0–1; no hand found counts as 0.</param>
public sealed record BoxAgreement(int Photos, int Found, int Overlapping, double MedianOverlap)
{
    /// <summary>The overlap from which a hand counts as found where it is: the usual 0.5 of PASCAL VOC.</summary>
    public const double Enough = 0.5;

    /// <summary>The share of the photographs in which the hand was found where it is, 0–1.</summary>
    public double Share => (double)Overlapping / Photos;

    /// <summary>Compares the boxes of readings with the true ones.</summary>
    /// <param name="readings">Readings for which the hand was looked for.</param>
    /// <returns>The agreement, or null where no true box is known.</returns>
    public static BoxAgreement? Of(IEnumerable<PhotoReading> readings)
    {
        List<PhotoReading> known = [.. readings.Where(reading => reading.Photo.Box is not null)];
        if (known.Count == 0)
            return null;
        double[] overlaps = [.. known.Select(reading => reading.Reading.Box?.Overlap(reading.Photo.Box!.Box) ?? 0).Order()];
        return new(
            known.Count,
            known.Count(reading => reading.Reading.Box is not null),
            overlaps.Count(overlap => overlap >= Enough),
            (overlaps[(overlaps.Length - 1) / 2] + overlaps[overlaps.Length / 2]) / 2);
    }
}
