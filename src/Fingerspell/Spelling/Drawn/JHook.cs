namespace Fingerspell.Spelling.Drawn;

/// <summary>
/// Finds a J in the way of a hand: an I whose little finger goes down and round while the hand turns. The hand's box tells that
/// only roughly: its top falls with the finger, it goes to the side, and the I is gone when it rests.
/// </summary>
static class JHook
{
    /// <summary>How probable an I is while it is one, the mean over <see cref="Held"/>.</summary>
    const double IsI = 0.4;

    /// <summary>How long an I is seen at least, in seconds.</summary>
    const double Held = 0.2;

    /// <summary>How long before the I is gone its finger begins to go down, in seconds.</summary>
    const double Onset = 0.7;

    /// <summary>The measures of what may be a J; see <see cref="Find"/> for their limits.</summary>
    /// <param name="Began">When the I was last seen.</param>
    /// <param name="Seconds">From there to the rest.</param>
    /// <param name="Fall">How far the top of the box has come down at most, in hands' sizes.</param>
    /// <param name="Sweep">How far the hand goes from its one side to its other, in hands' sizes.</param>
    /// <param name="Away">How far from the I it rests.</param>
    /// <param name="Stir">How far it moves while it rests.</param>
    /// <param name="Little">How probable an I is at rest.</param>
    /// <param name="Still">How probable another letter is, the mean since the I was gone.</param>
    /// <param name="StillAtRest">How probable another letter is at rest.</param>
    public readonly record struct Measures(
        TimeSpan Began, double Seconds, double Fall, double Sweep, double Away, double Stir, double Little, double Still, double StillAtRest);

    /// <summary>The letter, where the hand has just drawn it.</summary>
    /// <param name="points">Where the hand was, the newest last.</param>
    public static DrawnLetter? Find(IReadOnlyList<TrackPoint> points) =>
        Measure(points) is { } j
        && j.Seconds is >= DrawnLimits.Shortest and <= DrawnLimits.Longest
        && j.Fall >= 0.15
        && j.Sweep >= 0.2
        && j.Away <= 0.8
        && j.Stir <= 0.1
        && j.Little <= 0.35
        && j.Still <= 0.6
        && j.StillAtRest <= 0.7
            ? new DrawnLetter('J', j.Began)
            : null;

    /// <summary>Measures what came after the last I, or null where there was none or it is still there.</summary>
    public static Measures? Measure(IReadOnlyList<TrackPoint> points)
    {
        if (points.Count < 4)
            return null;
        int gone = LastI(points);
        if (gone < 0 || gone >= points.Count - 2)
            return null;
        int onset = FirstSince(points, points[gone].Time - TimeSpan.FromSeconds(Onset));
        int rest = FirstSince(points, points[^1].Time - TimeSpan.FromSeconds(DrawnLimits.Rest));
        if (rest <= gone || rest >= points.Count - 1)
            return null;
        // Of the I the box that stands tallest: its finger may be on the way down already.
        var i = points[onset];
        for (int k = onset + 1; k <= gone; k++)
        {
            if (points[k].Top < i.Top)
                i = points[k];
        }
        double fall = 0, left = i.X, right = i.X, still = 0;
        for (int k = onset; k < points.Count; k++)
        {
            (left, right) = (Math.Min(left, points[k].X), Math.Max(right, points[k].X));
            fall = Math.Max(fall, points[k].Top - i.Top);
        }
        for (int k = gone + 1; k < points.Count; k++)
            still += points[k].Still / (points.Count - gone - 1);
        var end = points[^1];
        double stir = 0, little = 0, stillAtRest = 0;
        for (int k = rest; k < points.Count; k++)
        {
            stir = Math.Max(stir, double.Hypot(points[k].X - end.X, points[k].Y - end.Y));
            little += points[k].Little / (points.Count - rest);
            stillAtRest += points[k].Still / (points.Count - rest);
        }
        return new(
            points[gone].Time, (end.Time - points[gone].Time).TotalSeconds, fall / i.Size, (right - left) / i.Size,
            double.Hypot(end.X - i.X, end.Y - i.Y) / i.Size, stir / i.Size, little, still, stillAtRest);
    }

    /// <summary>The last reading of an I that was there for a while, or −1.</summary>
    static int LastI(IReadOnlyList<TrackPoint> points)
    {
        for (int last = points.Count - 1; last >= 0; last--)
        {
            int from = FirstSince(points, points[last].Time - TimeSpan.FromSeconds(Held));
            if (from == 0 && points[last].Time - points[0].Time < TimeSpan.FromSeconds(Held))
                return -1;
            double sum = 0;
            for (int k = from; k <= last; k++)
                sum += points[k].Little;
            if (sum >= IsI * (last - from + 1) && points[last].Little >= IsI)
                return last;
        }
        return -1;
    }

    static int FirstSince(IReadOnlyList<TrackPoint> points, TimeSpan time)
    {
        int first = 0;
        while (first < points.Count - 1 && points[first].Time < time)
            first++;
        return first;
    }
}
