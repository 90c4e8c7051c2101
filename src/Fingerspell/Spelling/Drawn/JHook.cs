using static Fingerspell.Spelling.Drawn.TrackPoint;

namespace Fingerspell.Spelling.Drawn;

/// <summary>
/// Finds what may be a J in the way of a hand: an I whose little finger goes down and round while the hand turns. The hand's
/// box tells that roughly: its top falls with the finger, it goes to one side and to the other, and the I is gone when it rests.
/// </summary>
static class JHook
{
    /// <summary>How probable an I is while it is one, the mean over <see cref="Held"/>.</summary>
    const double IsI = 0.4;

    /// <summary>How long an I is seen at least, in seconds.</summary>
    const double Held = 0.2;

    /// <summary>How long before the I is gone its finger may begin to go down, in seconds.</summary>
    const double Onset = 0.7;

    /// <summary>How far the box moves between two readings, in hands' sizes a second, from which on the hand moves.</summary>
    const double Moving = 0.3;

    /// <summary>What is measured; lengths are in hands' sizes, the longer side of the box of the I.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "seconds (ln)", "fall of the top", "sweep to the sides", "away from the I", "bow of the way", "beyond its ends to the sides",
        "rise of the top after its fall", "smallest box", "share of time in motion", "longest pause", "longest step over fall and sweep",
        "another letter", "another letter at rest", "I at rest",
    ];

    /// <summary>Measures what came after the last I, where the hand rests after it; null where there was none or it is still there.</summary>
    /// <param name="points">Where the hand was, the newest last.</param>
    public static Drawing? Find(IReadOnlyList<TrackPoint> points)
    {
        int gone = LastI(points);
        if (gone < 0)
            return null;
        var end = points[^1];
        double seconds = (end.Time - points[gone].Time).TotalSeconds;
        int rest = FirstSince(points, end.Time - TimeSpan.FromSeconds(Drawing.Rest));
        if (seconds is < Drawing.Shortest or > Drawing.Longest || rest <= gone || rest >= points.Count - 1)
            return null;
        int onset = FirstSince(points, points[gone].Time - TimeSpan.FromSeconds(Onset));
        // Of the I the box that stands tallest: its finger may be on the way down already.
        int tallest = onset;
        for (int k = onset + 1; k <= gone; k++)
        {
            if (points[k].Top < points[tallest].Top)
                tallest = k;
        }
        var i = points[tallest];
        double size = i.Size, lowest = i.Top, left = i.X, right = i.X, bow = 0, smallest = size;
        for (int k = onset; k < points.Count; k++)
        {
            (left, right) = (Math.Min(left, points[k].X), Math.Max(right, points[k].X));
            lowest = Math.Max(lowest, points[k].Top);
            smallest = Math.Min(smallest, points[k].Size);
        }
        double away = Distance(i, end), fall = lowest - i.Top, sweep = right - left;
        for (int k = tallest + 1; k < points.Count - 1; k++)
            bow = Math.Max(bow, DistanceFromLine(i, end, points[k]));
        double stir = 0, little = 0, otherAtRest = 0;
        for (int k = rest; k < points.Count; k++)
        {
            stir = Math.Max(stir, Distance(points[k], end));
            little += points[k].Little / (points.Count - rest);
            otherAtRest += points[k].Other / (points.Count - rest);
        }
        if (fall < 0.1 * size || sweep < 0.1 * size || stir > 0.1 * size || little > 0.4)
            return null;

        double moving = 0, pause = 0, longestPause = 0, step = 0, other = 0;
        for (int k = gone + 1; k < points.Count; k++)
        {
            double passed = (points[k].Time - points[k - 1].Time).TotalSeconds;
            double way = Math.Max(Distance(points[k], points[k - 1]), Math.Abs(points[k].Top - points[k - 1].Top));
            bool moves = way > Moving * size * passed;
            moving += moves ? passed : 0;
            pause = moves ? 0 : pause + passed;
            // The last rest is no pause.
            if (k < rest)
                longestPause = Math.Max(longestPause, pause);
            step = Math.Max(step, way);
            other += points[k].Other / (points.Count - gone - 1);
        }
        double beyond = sweep - Math.Abs(end.X - i.X);
        return new(points[gone].Time,
        [
            Math.Log(seconds), fall / size, sweep / size, away / size, bow / size, beyond / size, (lowest - end.Top) / size,
            smallest / size, moving / seconds, longestPause, step / (fall + sweep), other, otherAtRest, little,
        ]);
    }

    /// <summary>The last reading of an I that was there for a while, or −1.</summary>
    static int LastI(IReadOnlyList<TrackPoint> points)
    {
        for (int last = points.Count - 1; last > 0; last--)
        {
            if (points[last].Little < IsI)
                continue;
            int from = FirstSince(points, points[last].Time - TimeSpan.FromSeconds(Held));
            if ((points[last].Time - points[from].Time).TotalSeconds < Held / 2)
                return -1;
            double sum = 0;
            for (int k = from; k <= last; k++)
                sum += points[k].Little;
            if (sum >= IsI * (last - from + 1))
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

    static double DistanceFromLine(TrackPoint from, TrackPoint to, TrackPoint point)
    {
        double length = Distance(from, to);
        return length == 0
            ? Distance(from, point)
            : Math.Abs((to.X - from.X) * (point.Y - from.Y) - (to.Y - from.Y) * (point.X - from.X)) / length;
    }
}
