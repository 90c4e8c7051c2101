namespace Fingerspell.Spelling.Drawn;

/// <summary>Where the hand was lately, for as long as a drawing may take. Lost for a moment it goes on; gone for longer, or elsewhere at once, it begins anew.</summary>
sealed class HandTrack
{
    /// <summary>What is longer ago belongs to no drawing: the slowest, and what is held before it.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>A hand that is not found for as long is another one when it comes back.</summary>
    static readonly TimeSpan LongestGap = TimeSpan.FromSeconds(0.3);

    /// <summary>A step between two readings, in hands' sizes, that no hand makes: something else was found.</summary>
    const double LongestStep = 1.2;

    readonly List<TrackPoint> points = [];

    /// <summary>The points, the oldest first.</summary>
    public IReadOnlyList<TrackPoint> Points => points;

    /// <summary>Takes the next reading.</summary>
    public void Add(TimeSpan time, Reading reading)
    {
        if (points.Count > 0 && time - points[^1].Time > LongestGap)
            points.Clear();
        if (reading.Box is not { } box)
            return;
        var point = TrackPoint.Of(time, box, reading);
        if (points.Count > 0 && double.Hypot(point.X - points[^1].X, point.Y - points[^1].Y) > LongestStep * Math.Max(point.Size, points[^1].Size))
            points.Clear();
        points.Add(point);
        points.RemoveRange(0, points.FindIndex(kept => time - kept.Time <= Longest));
    }

    /// <summary>Forgets all: what was drawn is typed.</summary>
    public void Clear() => points.Clear();
}
