namespace Fingerspell.Spelling;

/// <summary>
/// Turns letters over time into text. A letter is typed once, when it has been read without a break for the hold time;
/// the same letter is typed again only after the hand was let go, that is after no letter was read for the release time.
/// It has no clock: the caller gives each reading its time. For one thread at a time.
/// </summary>
/// <param name="hold">How long a letter is shown to be typed; null takes <see cref="DefaultHold"/>.</param>
/// <param name="release">How long no letter is read to let go of one; null takes <see cref="DefaultRelease"/>.</param>
public sealed class Speller(TimeSpan? hold = null, TimeSpan? release = null)
{
    readonly TimeSpan hold = hold ?? DefaultHold;
    readonly TimeSpan release = release ?? DefaultRelease;
    char? shown;
    TimeSpan shownSince;
    TimeSpan? last;

    /// <summary>0.6 s.</summary>
    public static TimeSpan DefaultHold { get; } = TimeSpan.FromSeconds(0.6);

    /// <summary>0.3 s.</summary>
    public static TimeSpan DefaultRelease { get; } = TimeSpan.FromSeconds(0.3);

    /// <summary>The letter typed last, until another one is typed or the hand was let go; null where none is held.</summary>
    public char? Held { get; private set; }

    /// <summary>What was typed so far.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Takes the next reading.</summary>
    /// <param name="time">When it was made, counted from any beginning.</param>
    /// <param name="letter">The letter, or null where none was read.</param>
    /// <returns>Whether <see cref="Text"/> or <see cref="Held"/> has changed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is before that of the last reading.</exception>
    public bool Add(TimeSpan time, char? letter)
    {
        if (time < last)
            throw new ArgumentOutOfRangeException(nameof(time), time, $"the last reading was at {last}");
        if (letter != shown || last is null)
            (shown, shownSince) = (letter, time);
        last = time;
        if (shown == Held || time - shownSince < (shown is null ? release : hold))
            return false;
        Held = shown;
        Text += shown;
        return true;
    }
}
