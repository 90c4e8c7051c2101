using Fingerspell.Letters;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class SignOddsFitTests
{
    [Fact]
    public void Finds_the_odds_that_places_were_made_with()
    {
        var made = new SignOdds(-1.5, 2.5, 3);
        var random = new Random(1);
        List<(double, double)> signs = [], others = [];
        for (int i = 0; i < 60_000; i++)
        {
            var (unevenness, found) = (2 * random.NextDouble(), 0.2 + 0.8 * random.NextDouble());
            (random.NextDouble() < made.Probability(unevenness, found) ? signs : others).Add((unevenness, found));
        }
        var fitted = SignOddsFit.Of(signs, others);
        // Both kinds weigh the same, however many there are of each: that moves the bias and nothing else.
        double moved = Math.Log((double)signs.Count / others.Count);
        Assert.Equal(made.Bias - moved, fitted.Bias, 0.1);
        Assert.Equal(made.Unevenness, fitted.Unevenness, 0.1);
        Assert.Equal(made.Finder, fitted.Finder, 0.1);
    }

    [Fact]
    public void Places_that_a_line_parts_without_a_fault_have_finite_odds_that_part_them()
    {
        (double, double)[] signs = [(2, 0.9), (3, 0.8)], others = [(0.1, 0.5), (0.2, 0.6)];
        var fitted = SignOddsFit.Of(signs, others);
        Assert.All(signs, place => Assert.InRange(fitted.Probability(place.Item1, place.Item2), 0.9, 1));
        Assert.All(others, place => Assert.InRange(fitted.Probability(place.Item1, place.Item2), 0, 0.1));
        Assert.True(double.IsFinite(fitted.Bias + fitted.Unevenness + fitted.Finder));
    }

    [Fact]
    public void Without_one_kind_there_is_nothing_to_fit()
    {
        var error = Assert.Throws<FingerspellException>(() => SignOddsFit.Of([(1, 1)], []));
        Assert.Contains("there are 1 and 0", error.Message, StringComparison.Ordinal);
    }
}
