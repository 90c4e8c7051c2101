namespace Fingerspell.Training.Evaluation;

/// <summary>The standard deviation of a sample, as reported beside a mean.</summary>
public static class SampleDeviation
{
    /// <summary>√(Σ(x − mean)² / (n − 1)).</summary>
    /// <param name="values">Two numbers or more.</param>
    public static double Of(IReadOnlyCollection<double> values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => Math.Pow(value - mean, 2)) / (values.Count - 1));
    }
}
