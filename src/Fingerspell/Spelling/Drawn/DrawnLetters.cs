namespace Fingerspell.Spelling.Drawn;

/// <summary>Reads J and Z, which are drawn in the air, from where the hand is over time.</summary>
sealed class DrawnLetters
{
    readonly HandTrack track = new();

    /// <summary>Takes the next reading.</summary>
    /// <returns>The letter of which this was the end, or null.</returns>
    public DrawnLetter? Add(TimeSpan time, Reading reading)
    {
        track.Add(time, reading);
        var drawn = JHook.Find(track.Points) ?? ZStrokes.Find(track.Points, time);
        if (drawn is not null)
            track.Clear();
        return drawn;
    }
}
