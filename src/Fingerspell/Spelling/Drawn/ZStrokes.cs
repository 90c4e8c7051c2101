namespace Fingerspell.Spelling.Drawn;

/// <summary>
/// Finds a Z in the way of a hand: three strokes, the first and the last to the same side and nearly level, the second back
/// and down. A left hand draws it the other way round, and so does a right one in a mirror; both are taken.
/// </summary>
static class ZStrokes
{
    /// <summary>How far the hand goes back, in its sizes, before that is a corner and no trembling.</summary>
    const double Corner = 0.15;

    /// <summary>What of a stroke's end is rest, as a share of its width.</summary>
    const double Ends = 0.1;

    /// <summary>The measures of what may be a Z; see <see cref="Find"/> for their limits.</summary>
    /// <param name="Began">When the first stroke began.</param>
    /// <param name="Seconds">From there to the end of the last.</param>
    /// <param name="Width">Of the narrowest stroke, in hands' sizes.</param>
    /// <param name="First">Width of the first stroke over that of the second.</param>
    /// <param name="Last">Width of the last stroke over that of the second.</param>
    /// <param name="Drop">How far down the second stroke goes over its width.</param>
    /// <param name="Slope">The steeper of the outer strokes: how far up or down over its width.</param>
    /// <param name="Bend">How far the way departs from three straight lines at most, over the longest stroke.</param>
    /// <param name="Moving">The share of the time in which the hand moves.</param>
    /// <param name="Pointing">How probable a pointing hand is, the mean over the time.</param>
    public readonly record struct Measures(
        TimeSpan Began, double Seconds, double Width, double First, double Last, double Drop, double Slope, double Bend, double Moving,
        double Pointing);

    /// <summary>The letter, where the hand has just drawn it.</summary>
    /// <param name="points">Where the hand was, the newest last.</param>
    /// <param name="now">The time of the newest reading, which may have found no hand.</param>
    public static DrawnLetter? Find(IReadOnlyList<TrackPoint> points, TimeSpan now) =>
        Measure(points, now) is { } z
        && z.Seconds is >= DrawnLimits.Shortest and <= DrawnLimits.Longest
        && z.Width >= 0.22
        && z.First is >= 0.4 and <= 2
        && z.Last is >= 0.4 and <= 2
        && z.Drop is >= 0.4 and <= 3
        && z.Slope <= 0.7
        && z.Bend <= 0.3
        && z.Moving >= 0.3
        && z.Pointing >= 0.15
            ? new DrawnLetter('Z', z.Began)
            : null;

    /// <summary>Measures the last three strokes, where the hand has come to rest after three or turned back.</summary>
    public static Measures? Measure(IReadOnlyList<TrackPoint> points, TimeSpan now)
    {
        if (points.Count < 4)
            return null;
        double size = SizeOf(points);
        int[] corners = CornersOf(points, Corner * size);
        // The newest corner is the end of a stroke that goes on, until the hand has left it or stays there.
        if (corners.Length < 4 || now - points[corners[^1]].Time < TimeSpan.FromSeconds(DrawnLimits.Rest))
            return null;
        var (start, first, second, end) = (corners[^4], corners[^3], corners[^2], corners[^1]);
        double back = Math.Abs(points[second].X - points[first].X);
        start = Trim(points, start, first, +1, back);
        end = Trim(points, end, second, -1, back);

        var (a, b, c, d) = (points[start], points[first], points[second], points[end]);
        double one = Math.Abs(b.X - a.X), three = Math.Abs(d.X - c.X);
        double longest = Math.Max(Length(a, b), Math.Max(Length(b, c), Length(c, d)));
        double bend = Math.Max(Bend(points, start, first), Math.Max(Bend(points, first, second), Bend(points, second, end)));
        double moving = 0, pointing = 0;
        for (int i = start + 1; i <= end; i++)
        {
            double seconds = (points[i].Time - points[i - 1].Time).TotalSeconds;
            if (Length(points[i], points[i - 1]) > 0.3 * size * seconds)
                moving += seconds;
            pointing += points[i].Pointing;
        }
        double whole = (d.Time - a.Time).TotalSeconds;
        return new(
            a.Time, whole, Math.Min(one, Math.Min(back, three)) / size, one / back, three / back, (c.Y - b.Y) / back,
            Math.Max(Math.Abs(b.Y - a.Y) / one, Math.Abs(d.Y - c.Y) / three), bend / longest, moving / whole, pointing / (end - start));
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

    /// <summary>
    /// Moves the outer end of an outer stroke inwards: past what is longer than the letter allows, where the hand came from or
    /// went on to, and past its rest.
    /// </summary>
    static int Trim(IReadOnlyList<TrackPoint> points, int outer, int inner, int step, double back)
    {
        while (outer != inner && Math.Abs(points[outer].X - points[inner].X) > 1.5 * back)
            outer += step;
        double width = Math.Abs(points[outer].X - points[inner].X);
        while (outer + step != inner && Math.Abs(points[outer + step].X - points[inner].X) > (1 - Ends) * width)
            outer += step;
        return outer;
    }

    static double Length(TrackPoint from, TrackPoint to) => double.Hypot(to.X - from.X, to.Y - from.Y);

    /// <summary>How far the way between two points is from the straight one at most, in pixels.</summary>
    static double Bend(IReadOnlyList<TrackPoint> points, int from, int to)
    {
        var (a, b) = (points[from], points[to]);
        double most = 0;
        for (int i = from + 1; i < to; i++)
            most = Math.Max(most, Math.Abs((b.X - a.X) * (points[i].Y - a.Y) - (b.Y - a.Y) * (points[i].X - a.X)));
        return most / Length(a, b);
    }
}
