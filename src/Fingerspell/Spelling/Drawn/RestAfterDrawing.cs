using Fingerspell.Imaging;

namespace Fingerspell.Spelling.Drawn;

/// <summary>
/// The hand at the end of a drawing, which looks like some letter and means none: it shows nothing until it has gone, moved or
/// become another hand.
/// </summary>
sealed class RestAfterDrawing
{
    /// <summary>How far the hand goes, in its own sizes, until it is no more at the end of the drawing.</summary>
    const double Moved = 0.3;

    /// <summary>The share of what it looks like that is still the same until it is another hand.</summary>
    const double Same = 0.5;

    /// <summary>A hand that is not found for as long has gone.</summary>
    static readonly TimeSpan Gone = TimeSpan.FromSeconds(0.3);

    /// <summary>How long what it looked like is remembered.</summary>
    static readonly TimeSpan Memory = TimeSpan.FromSeconds(0.2);

    readonly float[] look = new float[26];
    readonly float[] lately = new float[26];
    Box? place;
    TimeSpan? last;
    TimeSpan seen;

    /// <summary>Whether the hand is still at rest.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Takes the next reading.</summary>
    public void Add(TimeSpan time, Reading reading)
    {
        float share = (float)Smoothing.ShareOfNew(time - (last ?? time), Memory);
        last = time;
        for (int i = 0; i < lately.Length; i++)
            lately[i] -= share * lately[i];
        foreach (var (letter, probability) in reading.Candidates)
            lately[Alphabet.LabelOf(letter)] += share * probability;
        if (reading.Box is not { } box)
        {
            IsOn &= time - seen <= Gone;
            return;
        }
        seen = time;
        place ??= box;
        IsOn = IsOn && !IsElsewhere(place.Value, box) && IsAlike();
    }

    /// <summary>Begins it with the last reading.</summary>
    /// <param name="box">Where the hand is, or null where that reading found none.</param>
    public void Begin(Box? box)
    {
        (place, IsOn) = (box, true);
        lately.CopyTo(look, 0);
    }

    static bool IsElsewhere(Box before, Box box) =>
        double.Hypot(box.X + box.Width / 2.0 - before.X - before.Width / 2.0, box.Y + box.Height / 2.0 - before.Y - before.Height / 2.0)
        > Moved * Math.Max(before.Width, before.Height);

    // Both are shares of one whole, or of less where the hand was just found.
    bool IsAlike() => look.Zip(lately, Math.Min).Sum() > Same * look.Sum();
}
