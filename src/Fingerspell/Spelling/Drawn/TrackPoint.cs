using Fingerspell.Imaging;

namespace Fingerspell.Spelling.Drawn;

/// <summary>Where a hand was in one reading, and how probable were the letters that tell drawn ones apart, of a hand that is there.</summary>
/// <param name="Time">When.</param>
/// <param name="X">The middle of its box in pixels, to the right.</param>
/// <param name="Y">The middle of its box in pixels, downwards.</param>
/// <param name="Top">The upper edge of its box.</param>
/// <param name="Size">The longer side of its box.</param>
/// <param name="Little">How probable it is that the little finger alone is up: the letter I.</param>
/// <param name="Pointing">How probable are the letters for which a hand that points may be taken.</param>
/// <param name="Still">How probable is the likeliest letter of a hand that does not point, but for I and Y.</param>
/// <param name="Other">How probable is the likeliest letter but for I and Y, which a J begins with and may end with.</param>
readonly record struct TrackPoint(
    TimeSpan Time, double X, double Y, double Top, double Size, double Little, double Pointing, double Still, double Other)
{
    /// <summary>
    /// One or two fingers that point anywhere. A hand that draws is turned, and blurred; these are its letters only more often
    /// than not.
    /// </summary>
    const string PointingLetters = "DGHKLPQRUVX";

    public static TrackPoint Of(TimeSpan time, Box box, Reading reading)
    {
        double little = 0, pointing = 0, still = 0, other = 0;
        // Of a hand that is there: a blurred one is less surely a hand, and no less an I. What is not probable at all has no shares.
        double whole = reading.Candidates.Sum(candidate => candidate.Confidence) is > 0 and var sum ? sum : 1;
        foreach (var (letter, confidence) in reading.Candidates)
        {
            double probability = confidence / whole;
            if (letter == 'I')
                little = probability;
            if (letter is 'I' or 'Y')
                continue;
            other = Math.Max(other, probability);
            if (PointingLetters.Contains(letter, StringComparison.Ordinal))
                pointing += probability;
            else
                still = Math.Max(still, probability);
        }
        return new(
            time, box.X + box.Width / 2.0, box.Y + box.Height / 2.0, box.Y, Math.Max(box.Width, box.Height), little, pointing, still, other);
    }

    /// <summary>How far two points are from each other, in pixels.</summary>
    public static double Distance(TrackPoint from, TrackPoint to) => double.Hypot(to.X - from.X, to.Y - from.Y);
}
