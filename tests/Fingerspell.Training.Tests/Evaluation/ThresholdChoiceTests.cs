using CsCheck;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class ThresholdChoiceTests
{
    // A hundred pictures without a hand: hands are found in four, at 20, 40, 60 and 80 %.
    static readonly Guess[] Negatives =
        [.. Enumerable.Range(0, 100).Select(i => i < 4 ? new Guess(null, 5, 0.2f * (i + 1)) : new Guess(null, null, 0))];

    // Ten pictures of letters, at 5 % to 95 %; the four least sure are wrong.
    static readonly Guess[] Positives =
        [.. Enumerable.Range(0, 10).Select(i => new Guess(1, (byte)(i < 4 ? 2 : 1), 0.05f + 0.1f * i))];

    [Fact]
    public void It_is_the_lowest_at_which_few_enough_negatives_are_answered()
    {
        var choice = ThresholdChoice.Of(Positives, Negatives, toleratedNegatives: 0.02)!;
        Assert.Equal(0.41, choice.Threshold);
        Assert.Equal(0.02, choice.AnsweredNegatives);
        Assert.Equal(new RiskCoverage(0.41, 10, 6, 6), choice.Positives);
        Assert.Equal(0.81, ThresholdChoice.Of(Positives, Negatives, toleratedNegatives: 0)!.Threshold);
        Assert.Equal(0, ThresholdChoice.Of(Positives, Negatives, toleratedNegatives: 0.04)!.Threshold);
    }

    [Fact]
    public void Where_none_will_do_there_is_none()
    {
        Assert.Null(ThresholdChoice.Of([new(1, 1, 0.3f)], [new(null, 1, 0.6f)], toleratedNegatives: 0));
    }

    [Fact]
    public void Without_pictures_of_letters_there_is_nothing_to_choose_on() =>
        Assert.Contains("there are none", Assert.Throws<FingerspellException>(() => ThresholdChoice.Of([], Negatives)).Message, StringComparison.Ordinal);

    [Fact]
    public void The_choice_keeps_what_it_promises() =>
        Gen.Select(Guesses(Gen.Byte[0, 3]), Guesses(Gen.Const((byte)9)), Gen.Double[0, 1]).Sample((positives, negatives, tolerated) =>
        {
            if (ThresholdChoice.Of(positives, negatives, tolerated) is not { } choice)
                return;
            Assert.InRange(negatives.Count(g => g.Confidence >= choice.Threshold), 0, tolerated * negatives.Length + 1e-9);
            if (choice.Threshold > 0)
                Assert.True(negatives.Count(g => g.Confidence >= choice.Threshold - ThresholdChoice.Step) > tolerated * negatives.Length);
        });

    static Gen<Guess[]> Guesses(Gen<byte> best) =>
        Gen.Select(best, Gen.Single[0, 1]).Select((label, sure) => new Guess(label == 9 ? null : 0, label, sure)).Array[1, 30];
}
