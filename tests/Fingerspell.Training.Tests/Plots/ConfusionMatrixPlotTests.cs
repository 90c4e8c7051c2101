using Fingerspell.Training.Plots;

namespace Fingerspell.Training.Tests.Plots;

public sealed class ConfusionMatrixPlotTests
{
    [Theory]
    [InlineData(1, 1, "100")]
    [InlineData(2499, 2500, "99.9")]
    [InlineData(249, 250, "99.6")]
    [InlineData(199, 200, "99.5")]
    [InlineData(99, 100, "99")]
    [InlineData(1, 10, "10")]
    [InlineData(3, 250, "1.2")]
    [InlineData(1, 2500, "<.1")]
    public void A_share_is_short_and_less_than_all_is_never_100(int part, int all, string expected) =>
        Assert.Equal(expected, ConfusionMatrixPlot.Percent((double)part / all));
}
