using Fingerspell.Training.Export;

namespace Fingerspell.Training.Tests.Export;

public sealed class EightBitGraphTests
{
    [Fact]
    public void A_filter_is_rounded_to_half_a_step_and_two_products_fit_sixteen_bits()
    {
        var random = new Random(1);
        for (int trial = 0; trial < 100; trial++)
        {
            float[] weights = [.. Enumerable.Range(0, 27).Select(_ => (float)(Math.Pow(10, random.Next(-6, 3)) * (random.NextDouble() - 0.5)))];
            var bytes = new sbyte[27];
            float step = EightBitGraph.RoundFilter(weights, least: 1e-12f, bytes);
            Assert.Equal(64, bytes.Max(weight => Math.Abs((int)weight)));
            Assert.InRange(2 * byte.MaxValue * bytes.Max(weight => Math.Abs((int)weight)), 0, short.MaxValue);
            for (int i = 0; i < weights.Length; i++)
                Assert.InRange(Math.Abs(bytes[i] * step - weights[i]), 0, 0.501f * step);
        }
    }

    [Fact]
    public void A_step_is_never_less_than_what_a_bias_needs()
    {
        var bytes = new sbyte[3];
        Assert.Equal(0.5f, EightBitGraph.RoundFilter([0, 1e-9f, -3], least: 0.5f, bytes));
        Assert.Equal([0, 0, -6], bytes);
    }
}
