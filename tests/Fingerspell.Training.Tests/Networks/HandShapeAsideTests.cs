using Fingerspell.Training.Networks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tests.Networks;

[Collection(PyTorchTests.Name)]
public sealed class HandShapeAsideTests
{
    const int Cells = 12;

    [Fact]
    public void Letters_count_fully_where_a_hand_fills_the_middle_and_not_at_all_where_none_is_seen()
    {
        using var scope = NewDisposeScope();
        using var aside = Aside();
        aside.eval();
        var hand = full([1, 1, Cells, Cells], -20f);
        hand.narrow(2, HandShapeAside.Rim, 6).narrow(3, HandShapeAside.Rim, 6).fill_(20);
        Assert.Equal(Letters(aside, hand), aside.call(hand).data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-3);
        Assert.All(aside.call(full([1, 1, Cells, Cells], -20f)).data<float>().ToArray(), logit => Assert.Equal(0, logit, 1e-6));
    }

    [Fact]
    public void A_hand_in_a_quarter_of_the_middle_counts_half_and_one_half_seen_a_quarter_of_that()
    {
        using var scope = NewDisposeScope();
        using var aside = Aside();
        aside.eval();
        var quarter = full([1, 1, Cells, Cells], -50f);
        quarter.narrow(2, HandShapeAside.Rim, 3).narrow(3, HandShapeAside.Rim, 3).fill_(50);
        var faint = quarter.where(quarter.lt(zeros_like(quarter)), zeros_like(quarter));
        float[] letters = Letters(aside, quarter), faintLetters = Letters(aside, faint);
        Assert.Equal(letters.Select(logit => logit / 2), aside.call(quarter).data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-4);
        // √(½ · ¼) · (½)².
        Assert.Equal(faintLetters.Select(logit => logit * MathF.Sqrt(1 / 8f) / 4), aside.call(faint).data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    /// <summary>One that takes its input for the hand's shape itself.</summary>
    static HandShapeAside Aside()
    {
        var aside = new HandShapeAside(1, new Flatten(), new Dense(Cells * Cells, Alphabet.LabelCount));
        using var quick = no_grad();
        aside.Shape.Weight.fill_(1);
        aside.Shape.Bias!.fill_(0);
        return aside;
    }

    static float[] Letters(HandShapeAside aside, Tensor input) => aside.Rest.Aggregate(input, (values, layer) => layer.call(values)).data<float>().ToArray();
}
