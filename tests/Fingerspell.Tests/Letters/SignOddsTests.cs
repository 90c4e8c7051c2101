using CsCheck;
using Fingerspell.Letters;

namespace Fingerspell.Tests.Letters;

public sealed class SignOddsTests
{
    static readonly SignOdds Odds = new(-0.5, 3, 4);

    [Fact]
    public void Where_all_letters_are_equally_likely_there_is_no_unevenness_whatever_is_said_of_J()
    {
        float[] logits = [.. Enumerable.Repeat(7f, Alphabet.LabelCount)];
        logits[Alphabet.LabelOf('J')] = 40;
        Assert.Equal(0, SignOdds.UnevennessOf(logits), 1e-12);
    }

    [Fact]
    public void Unevenness_is_the_divergence_from_even_odds_in_nats()
    {
        // Two letters share nine tenths, the other 22 the rest.
        float[] logits = [.. Enumerable.Repeat(MathF.Log(0.1f / 22), Alphabet.LabelCount)];
        logits[Alphabet.LabelOf('M')] = logits[Alphabet.LabelOf('N')] = MathF.Log(0.45f);
        double expected = (2 * Math.Log(1 / 24.0 / 0.45) + 22 * Math.Log(1 / 24.0 / (0.1 / 22))) / 24;
        Assert.Equal(expected, SignOdds.UnevennessOf(logits), 1e-5);
    }

    [Fact]
    public void What_all_logits_have_in_common_does_not_count() =>
        Gen.Float[-20, 20].Array[Alphabet.LabelCount].Select(Gen.Float[-50, 50]).Sample((logits, more) =>
        {
            double unevenness = SignOdds.UnevennessOf(logits);
            Assert.True(unevenness >= 0);
            Assert.Equal(unevenness, SignOdds.UnevennessOf([.. logits.Select(logit => logit + more)]), 1e-4);
        });

    [Fact]
    public void Where_the_finder_does_not_count_it_may_be_sure_that_there_is_no_hand() =>
        Assert.Equal(new SignOdds(-0.5, 3, 0).Probability(0.7, found: 1), new SignOdds(-0.5, 3, 0).Probability(0.7, found: 0));

    [Fact]
    public void The_log_odds_are_the_sum_of_what_each_counts()
    {
        double probability = Odds.Probability(unevenness: 0.7, found: 0.8);
        Assert.Equal(-0.5 + 3 * 0.7 + 4 * Math.Log(0.8), Math.Log(probability / (1 - probability)), 1e-9);
        Assert.Equal(0, Odds.Probability(unevenness: 0.7, found: 0));
    }

    [Fact]
    public void They_are_read_back_as_they_were_written() =>
        Gen.Double[-1e3, 1e3].Array[3].Sample(numbers =>
        {
            var odds = new SignOdds(numbers[0], numbers[1], numbers[2]);
            Assert.True(SignOdds.TryParse(odds.ToString(), out var read));
            Assert.Equal(odds, read);
        });

    [Fact]
    public void None_is_no_odds_and_no_error()
    {
        Assert.True(SignOdds.TryParse("none", out var odds));
        Assert.Null(odds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,2")]
    [InlineData("1,2,3,4")]
    [InlineData("1,2,three")]
    [InlineData("1,2,NaN")]
    [InlineData("1,2,Infinity")]
    public void Anything_else_is_neither(string text) => Assert.False(SignOdds.TryParse(text, out _));
}
