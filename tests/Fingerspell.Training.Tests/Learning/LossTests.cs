using Fingerspell.Training.Learning;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tests.Learning;

[Collection(PyTorchTests.Name)]
public sealed class LossTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(1)]
    public void Is_the_mean_of_what_each_row_costs(double smoothing)
    {
        using var scope = NewDisposeScope();
        float[] logits = [1, 2, 3, 0, -1, 4];
        long[] labels = [2, 0];
        double expected = Enumerable.Range(0, 2).Average(row =>
        {
            double[] z = [.. logits.Skip(3 * row).Take(3).Select(v => (double)v)];
            double logSum = Math.Log(z.Sum(Math.Exp));
            double[] cost = [.. z.Select(v => logSum - v)];
            return (1 - smoothing) * cost[labels[row]] + smoothing * cost.Average();
        });
        var loss = Loss.Of(tensor(logits, [2, 3]), tensor(labels), smoothing);
        Assert.Equal(expected, loss.item<float>(), 1e-5);
    }
}
