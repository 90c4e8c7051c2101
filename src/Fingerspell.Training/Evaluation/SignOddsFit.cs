using Fingerspell.Letters;
using static TorchSharp.torch;

namespace Fingerspell.Training.Evaluation;

/// <summary>
/// Fits <see cref="SignOdds"/> to places that show signing hands and places that show none: logistic regression by Newton's
/// method, both kinds weighing the same altogether.
/// </summary>
public static class SignOddsFit
{
    const int Steps = 60, Numbers = 3;

    /// <summary>A penalty on the squares of the two slopes, so that there is a best line where one parts both kinds without a fault.</summary>
    const double Penalty = 1e-4;

    /// <summary>Fits the odds.</summary>
    /// <param name="signs">How unevenly the letters are likely where a hand signs, and how sure the finder is; one or more.</param>
    /// <param name="others">The same where none signs; one or more.</param>
    /// <exception cref="FingerspellException">One of both is empty.</exception>
    public static SignOdds Of(IReadOnlyList<(double Unevenness, double Found)> signs, IReadOnlyList<(double Unevenness, double Found)> others)
    {
        if (signs.Count == 0 || others.Count == 0)
            throw new FingerspellException(
                $"the odds of a sign are fitted to places with a hand and places without one, and there are {signs.Count} and {others.Count}");
        double[] numbers = new double[Numbers];
        for (int step = 0; step < Steps; step++)
        {
            double[] gradient = [0, -Penalty * numbers[1], -Penalty * numbers[2]];
            double[,] curvature = { { 1e-12, 0, 0 }, { 0, Penalty, 0 }, { 0, 0, Penalty } };
            Add(signs, isSign: 1);
            Add(others, isSign: 0);
            using var scope = NewDisposeScope();
            double[] by = linalg.solve(tensor(curvature), tensor(gradient)).data<double>().ToArray();
            for (int i = 0; i < Numbers; i++)
                numbers[i] += by[i];

            void Add(IReadOnlyList<(double Unevenness, double Found)> places, int isSign)
            {
                foreach (var (unevenness, found) in places)
                {
                    double[] x = [1, unevenness, Math.Log(found)];
                    double thought = new SignOdds(numbers[0], numbers[1], numbers[2]).Probability(unevenness, found);
                    for (int i = 0; i < Numbers; i++)
                    {
                        gradient[i] += (isSign - thought) * x[i] / places.Count;
                        for (int k = 0; k < Numbers; k++)
                            curvature[i, k] += thought * (1 - thought) * x[i] * x[k] / places.Count;
                    }
                }
            }
        }
        return new(numbers[0], numbers[1], numbers[2]);
    }
}
