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
        DrawnLetter? drawn =
            JHook.Find(track.Points) is { } j && DrawingJudges.J.Score(j.Measures) >= 0 ? new('J', j.Began)
            : ZStrokes.Find(track.Points, time) is { } z && DrawingJudges.Z.Score(z.Measures) >= 0 ? new('Z', z.Began)
            : null;
        if (drawn is not null)
            track.Clear();
        return drawn;
    }
}
