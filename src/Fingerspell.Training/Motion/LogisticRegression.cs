using Fingerspell.Spelling.Drawn;

namespace Fingerspell.Training.Motion;

/// <summary>Fits a <see cref="DrawingJudge"/>: logistic regression with a penalty on its weights, by gradient descent with Nesterov's momentum.</summary>
static class LogisticRegression
{
    const int Steps = 800;
    const double Rate = 0.3, Momentum = 0.95, Penalty = 1e-3;

    /// <summary>A judge of which letters and others have the same weight altogether, and 0 is even odds.</summary>
    /// <param name="letters">The measures of letters.</param>
    /// <param name="others">The measures of what is none.</param>
    public static DrawingJudge Fit(IReadOnlyList<double[]> letters, IReadOnlyList<double[]> others)
    {
        int count = letters[0].Length;
        double[] mean = new double[count], deviation = new double[count];
        for (int i = 0; i < count; i++)
        {
            mean[i] = letters.Average(measures => measures[i]);
            deviation[i] = Math.Max(1e-3, Math.Sqrt(letters.Average(measures => Math.Pow(measures[i] - mean[i], 2))));
        }
        double[][] rows = [.. letters.Concat(others).Select(Row)];
        double[] weights = new double[2 * count + 1], speed = new double[weights.Length];
        for (int step = 0; step < Steps; step++)
        {
            double[] ahead = [.. weights.Zip(speed, (weight, by) => weight + Momentum * by)];
            double[] gradient = [.. ahead.Select((weight, i) => i < 2 * count ? Penalty * weight : 0)];
            for (int k = 0; k < rows.Length; k++)
            {
                double score = 0;
                for (int i = 0; i < weights.Length; i++)
                    score += ahead[i] * rows[k][i];
                bool isLetter = k < letters.Count;
                double error = (1 / (1 + Math.Exp(-score)) - (isLetter ? 1 : 0)) * 0.5 / (isLetter ? letters.Count : others.Count);
                for (int i = 0; i < weights.Length; i++)
                    gradient[i] += error * rows[k][i];
            }
            for (int i = 0; i < weights.Length; i++)
            {
                speed[i] = Momentum * speed[i] - Rate * gradient[i];
                weights[i] += speed[i];
            }
        }
        return new(mean, deviation, weights[..count], weights[count..(2 * count)], weights[^1]);

        double[] Row(double[] measures)
        {
            double[] row = new double[2 * count + 1];
            for (int i = 0; i < count; i++)
            {
                row[i] = Math.Clamp((measures[i] - mean[i]) / deviation[i], -DrawingJudge.Farthest, DrawingJudge.Farthest);
                row[count + i] = row[i] * row[i];
            }
            row[^1] = 1;
            return row;
        }
    }
}
