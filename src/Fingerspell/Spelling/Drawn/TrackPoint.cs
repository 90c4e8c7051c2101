using Fingerspell.Imaging;

namespace Fingerspell.Spelling.Drawn;

/// <summary>Where a hand was in one reading, and how probable were the letters that tell drawn ones apart.</summary>
/// <param name="Time">When.</param>
/// <param name="X">The middle of its box in pixels, to the right.</param>
/// <param name="Y">The middle of its box in pixels, downwards.</param>
/// <param name="Top">The upper edge of its box.</param>
/// <param name="Size">The longer side of its box.</param>
/// <param name="Little">How probable it is that the little finger alone is up: the letter I.</param>
/// <param name="Pointing">How probable are the letters with which a hand that points may be taken.</param>
/// <param name="Still">How probable is the likeliest letter that no drawing begins, passes or ends with.</param>
readonly record struct TrackPoint(
    TimeSpan Time, double X, double Y, double Top, double Size, double Little, double Pointing, double Still)
{
    /// <summary>
    /// One or two fingers that point anywhere. A hand that draws is turned, and blurred; these are its letters only more often
    /// than not.
    /// </summary>
    const string PointingLetters = "DGHKLPQRUVX";

    /// <summary>A hand with the little finger up, from the front or, after a J, from behind.</summary>
    const string LittleLetters = "IY";

    public static TrackPoint Of(TimeSpan time, Box box, Reading reading)
    {
        double little = 0, pointing = 0, still = 0;
        foreach (var (letter, probability) in reading.Candidates)
        {
            if (letter == 'I')
                little = probability;
            if (PointingLetters.Contains(letter, StringComparison.Ordinal))
                pointing += probability;
            else if (!LittleLetters.Contains(letter, StringComparison.Ordinal))
                still = Math.Max(still, probability);
        }
        return new(time, box.X + box.Width / 2.0, box.Y + box.Height / 2.0, box.Y, Math.Max(box.Width, box.Height), little, pointing, still);
    }
}
