using CsCheck;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class ProportionTests
{
    // Computed with the formula of Wilson (1927) in 50-digit arithmetic.
    [Theory]
    [InlineData(7036, 7172, 0.977613605, 0.983946101)]
    [InlineData(81, 263, 0.255288520, 0.366209577)]
    [InlineData(0, 10, 0, 0.277532800)]
    [InlineData(10, 10, 0.722467200, 1)]
    public void The_interval_is_Wilsons(int correct, int total, double low, double high)
    {
        var interval = new Proportion(correct, total).Interval;
        Assert.Equal(low, interval.Low, 5e-9);
        Assert.Equal(high, interval.High, 5e-9);
    }

    [Fact]
    public void The_interval_holds_the_share_and_lies_between_0_and_1() =>
        Gen.Int[1, 10_000].SelectMany(total => Gen.Int[0, total].Select(correct => new Proportion(correct, total)))
            .Sample(share =>
            {
                var (low, high) = share.Interval;
                Assert.True(0 <= low && low <= share.Value && share.Value <= high && high <= 1, $"{low} {share.Value} {high}");
                Assert.True(low < high);
            });

    [Fact]
    public void More_rows_make_it_narrower()
    {
        var few = new Proportion(90, 100).Interval;
        var many = new Proportion(9000, 10_000).Interval;
        Assert.True(many.High - many.Low < (few.High - few.Low) / 5);
    }
}
