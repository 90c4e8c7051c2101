using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class RiskCoverageTests
{
    // Right at 90 %, wrong at 60 %, no hand found, right at 30 %.
    static readonly Guess[] Guesses = [new(0, 0, 0.9f), new(1, 2, 0.6f), new(3, null, 0), new(4, 4, 0.3f)];

    [Fact]
    public void A_higher_threshold_answers_less_and_is_right_more_often()
    {
        Assert.Equal(new RiskCoverage(0, 4, 3, 2), RiskCoverage.At(Guesses, 0));
        Assert.Equal(new RiskCoverage(0.5, 4, 2, 1), RiskCoverage.At(Guesses, 0.5));
        Assert.Equal(new RiskCoverage(0.7, 4, 1, 1), RiskCoverage.At(Guesses, 0.7));
        Assert.Equal((0.25, 1.0), (RiskCoverage.At(Guesses, 0.7).Coverage, RiskCoverage.At(Guesses, 0.7).AccuracyWhenAnswered));
    }

    [Fact]
    public void Where_nothing_is_answered_there_is_no_accuracy()
    {
        Assert.Null(RiskCoverage.At(Guesses, 0.95).AccuracyWhenAnswered);
        Assert.Equal(0, RiskCoverage.At([], 0.5).Coverage);
    }

    [Fact]
    public void A_picture_without_a_hand_is_never_read_rightly() =>
        Assert.Equal(new RiskCoverage(0.5, 1, 1, 0), RiskCoverage.At([new Guess(null, 7, 0.8f)], 0.5));
}
