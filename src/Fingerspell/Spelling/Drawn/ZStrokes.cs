using static Fingerspell.Spelling.Drawn.TrackPoint;

namespace Fingerspell.Spelling.Drawn;

/// <summary>
/// Finds what may be a Z in the way of a hand: three strokes, the first and the last to the same side and nearly level, the
/// second back and down. A left hand draws it the other way round, and so does a right one in a mirror; both are taken.
/// </summary>
static class ZStrokes
{
    /// <summary>How far the hand goes back, in its sizes, before that is a corner and no trembling.</summary>
    const double Corner = 0.15;

    /// <summary>What of a stroke's end is rest, as a share of its width.</summary>
    const double Ends = 0.1;

    /// <summary>An outer stroke that is wider than the middle one by more is where the hand came from, or goes on to.</summary>
    const double Widest = 1.5;

    /// <summary>The speed, in hands' sizes a second, from which on a hand moves.</summary>
    const double Moving = 0.3;

    /// <summary>What is measured; lengths are in hands' sizes, the longer side of the hand's box.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "seconds (ln)", "narrowest stroke (ln)", "first over second stroke (ln)", "last over second (ln)", "drop over width",
        "steepest outer stroke", "bend", "share of time in motion", "longest step over its stroke", "pointing", "another letter",
    ];

    /// <summary>Measures the last three strokes, where the hand rests after them or has turned back; null where there are none.</summary>
    /// <param name="points">Where the hand was, the newest last.</param>
    /// <param name="now">The time of the newest reading, which may have found no hand.</param>
    public static Drawing? Find(IReadOnlyList<TrackPoint> points, TimeSpan now)
    {
        if (points.Count < 4)
            return null;
        double size = SizeOf(points);
        int[] corners = CornersOf(points, Corner * size);
        if (corners.Length < 4)
            return null;
        var (start, first, second, end) = (corners[^4], corners[^3], corners[^2], corners[^1]);
        double back = Math.Abs(points[second].X - points[first].X);
        start = Trim(points, start, first, +1, back);
        end = Trim(points, end, second, -1, back);
        // The last stroke goes on until the hand has come no farther for a while.
        if (start == first || end == second || (now - points[end].Time).TotalSeconds < Drawing.Rest)
            return null;

        var (a, b, c, d) = (points[start], points[first], points[second], points[end]);
        double one = Math.Abs(b.X - a.X), three = Math.Abs(d.X - c.X), seconds = (d.Time - a.Time).TotalSeconds;
        double narrowest = Math.Min(one, Math.Min(back, three)) / size, drop = (c.Y - b.Y) / back;
        double slope = Math.Max(Math.Abs(b.Y - a.Y) / one, Math.Abs(d.Y - c.Y) / three);
        if (seconds is < Drawing.Shortest or > Drawing.Longest || narrowest < 0.2 || drop is < 0.25 or > 4 || slope > 1
            || one / back < 0.35 || three / back < 0.35)
            return null;
        double longest = Math.Max(Distance(a, b), Math.Max(Distance(b, c), Distance(c, d)));
        double bend = Math.Max(Bend(points, start, first), Math.Max(Bend(points, first, second), Bend(points, second, end)));
        double step = Math.Max(Step(points, start, first), Math.Max(Step(points, first, second), Step(points, second, end)));
        double moving = 0, pointing = 0, still = 0;
        for (int i = start + 1; i <= end; i++)
        {
            double passed = (points[i].Time - points[i - 1].Time).TotalSeconds;
            if (Distance(points[i], points[i - 1]) > Moving * size * passed)
                moving += passed / seconds;
            pointing += points[i].Pointing / (end - start);
            still += points[i].Still / (end - start);
        }
        return new(a.Time,
        [
            Math.Log(seconds), Math.Log(narrowest), Math.Log(one / back), Math.Log(three / back), drop, slope, bend / longest, moving,
            step, pointing, still,
        ]);
    }

    static double SizeOf(IReadOnlyList<TrackPoint> points)
    {
        double[] sizes = [.. points.Select(point => point.Size).Order()];
        return sizes[sizes.Length / 2];
    }

    /// <summary>Where the hand turns to the other side, with the beginning and the farthest it has come since the last turn.</summary>
    static int[] CornersOf(IReadOnlyList<TrackPoint> points, double least)
    {
        List<int> corners = [];
        int low = 0, high = 0, side = 0;
        for (int i = 1; i < points.Count; i++)
        {
            if (points[i].X < points[low].X)
                low = i;
            if (points[i].X > points[high].X)
                high = i;
            if (side >= 0 && points[i].X < points[high].X - least)
            {
                corners.Add(high);
                (side, low) = (-1, i);
            }
            else if (side <= 0 && points[i].X > points[low].X + least)
            {
                corners.Add(low);
                (side, high) = (+1, i);
            }
        }
        if (side != 0)
            corners.Add(side > 0 ? high : low);
        return [.. corners];
    }

    /// <summary>Moves the outer end of an outer stroke inwards: past what is too wide, and past its rest.</summary>
    static int Trim(IReadOnlyList<TrackPoint> points, int outer, int inner, int step, double back)
    {
        while (outer != inner && Math.Abs(points[outer].X - points[inner].X) > Widest * back)
            outer += step;
        double width = Math.Abs(points[outer].X - points[inner].X);
        while (outer != inner && outer + step != inner && Math.Abs(points[outer + step].X - points[inner].X) > (1 - Ends) * width)
            outer += step;
        return outer;
    }

    /// <summary>How far the way between two points is from the straight one at most, in pixels.</summary>
    static double Bend(IReadOnlyList<TrackPoint> points, int from, int to)
    {
        var (a, b) = (points[from], points[to]);
        double most = 0;
        for (int i = from + 1; i < to; i++)
            most = Math.Max(most, Math.Abs((b.X - a.X) * (points[i].Y - a.Y) - (b.Y - a.Y) * (points[i].X - a.X)));
        return most / Distance(a, b);
    }

    /// <summary>The longest step between two readings over the whole stroke: a hand that jumps is two hands.</summary>
    static double Step(IReadOnlyList<TrackPoint> points, int from, int to)
    {
        double most = 0;
        for (int i = from + 1; i <= to; i++)
            most = Math.Max(most, Distance(points[i], points[i - 1]));
        return most / Distance(points[from], points[to]);
    }
}
