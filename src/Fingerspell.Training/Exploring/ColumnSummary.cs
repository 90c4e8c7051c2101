using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Exploring;

/// <summary>What pandas' <c>describe()</c> says of one column.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Std">Standard deviation of the sample (divided by n − 1); NaN for a single value.</param>
/// <param name="Min">Smallest value.</param>
/// <param name="LowerQuartile">25 % of the values are below, interpolated linearly.</param>
/// <param name="Median">50 % of the values are below, interpolated linearly.</param>
/// <param name="UpperQuartile">75 % of the values are below, interpolated linearly.</param>
/// <param name="Max">Largest value.</param>
public sealed record ColumnSummary(
    int Count, double Mean, double Std, double Min, double LowerQuartile, double Median, double UpperQuartile, double Max)
{
    /// <summary>The names that pandas gives the eight numbers.</summary>
    public static IReadOnlyList<string> Names { get; } = ["count", "mean", "std", "min", "25%", "50%", "75%", "max"];

    /// <summary>Summarises one or more values, to the last bit as pandas does.</summary>
    public static ColumnSummary Of(ReadOnlySpan<int> values)
    {
        int[] sorted = values.ToArray();
        Array.Sort(sorted);
        double mean = (double)sorted.Sum(value => (long)value) / sorted.Length;
        return new ColumnSummary(
            sorted.Length, mean, SampleDeviation(values, mean), sorted[0],
            Quantile(sorted, 0.25), Quantile(sorted, 0.5), Quantile(sorted, 0.75), sorted[^1]);
    }

    /// <summary>The eight numbers in the order of <see cref="Names"/>.</summary>
    public double[] ToArray() => [Count, Mean, Std, Min, LowerQuartile, Median, UpperQuartile, Max];

    static double SampleDeviation(ReadOnlySpan<int> values, double mean)
    {
        var squares = new double[values.Length];
        for (int i = 0; i < squares.Length; i++)
            squares[i] = (mean - values[i]) * (mean - values[i]);
        return Math.Sqrt(PairwiseSum.Of(squares) / (values.Length - 1));
    }

    /// <summary>
    /// The value at rank q·(n − 1), between two ranks in proportion: numpy's method "linear", definition 7 of
    /// R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996).
    /// </summary>
    static double Quantile(int[] sorted, double q)
    {
        double rank = q * (sorted.Length - 1);
        int below = (int)rank;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
