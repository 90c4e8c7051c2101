using Fingerspell.Training.Tasks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tests.Tasks;

[Collection(PyTorchTests.Name)]
public sealed class LetterTargetTests
{
    const int Cells = 4;

    [Fact]
    public void Where_there_is_no_hand_the_loss_is_least_for_a_network_that_is_not_sure()
    {
        using var scope = NewDisposeScope();
        var unsure = zeros(2, Alphabet.LabelCount);
        var sure = unsure.clone();
        sure.select(1, 3).fill_(9);
        Tensor none = Target(LetterCrops.NoLetter, LetterCrops.NoLetter), d = Target(3, LetterCrops.NoLetter);
        Assert.Equal(Math.Log(Alphabet.LabelCount), Loss(unsure, none), 1e-5);
        Assert.True(Loss(sure, none) > Loss(unsure, none));
        // Half of this batch is a D: the mean of both losses.
        Assert.Equal((Loss(sure, none) + Loss(sure, Target(3, 3))) / 2, Loss(sure, d), 1e-4);
        Assert.Equal(2, LetterTarget.Right(unsure, none));
        Assert.Equal(1, LetterTarget.Right(sure, d));
    }

    [Fact]
    public void The_shape_counts_half_where_it_is_known_and_not_at_all_elsewhere()
    {
        using var scope = NewDisposeScope();
        var target = Target(3, 5, LetterCrops.NoLetter);
        target[0, 1].fill_(1);      // the first hand covers two of four cells, where the second one is is unknown
        target[0].narrow(0, 2, 2).fill_(1);
        target[2, 1].fill_(1);
        var letters = zeros(3, Alphabet.LabelCount);
        double named = Loss(letters, target);
        var shape = zeros(3, Cells);
        double ShapeLoss() => Loss(cat([letters, shape], 1), target) - named;

        Assert.Equal(0.5 * Math.Log(2), ShapeLoss(), 1e-5);
        shape[1].fill_(9);
        Assert.Equal(0.5 * Math.Log(2), ShapeLoss(), 1e-5);
        shape[0].narrow(0, 0, 2).fill_(20);
        shape[0].narrow(0, 2, 2).fill_(-20);
        shape[2].fill_(-20);
        Assert.Equal(0, ShapeLoss(), 1e-5);
        Assert.Equal(LetterTarget.Right(letters, target), LetterTarget.Right(cat([letters, shape], 1), target));
    }

    [Fact]
    public void A_place_without_a_hand_has_a_known_shape_and_a_hand_without_a_mask_has_none()
    {
        using var scope = NewDisposeScope();
        var hands = zeros(3, 1, 16, 16);
        hands[1].narrow(1, 0, 8).narrow(2, 0, 4).fill_(1);
        var target = LetterTarget.Of(tensor(new long[] { LetterCrops.NoLetter, 7, 9 }), hands);
        Assert.Equal([LetterCrops.NoLetter, 1, 0, 0, 0, 0, 7, 1, 0.5f, 0, 0, 0, 9, 0, 0, 0, 0, 0], target.contiguous().data<float>().ToArray());
    }

    static double Loss(Tensor output, Tensor target) => LetterTarget.Loss(output, target, labelSmoothing: 0).item<float>();

    static Tensor Target(params long[] labels) => cat([tensor(labels).to(ScalarType.Float32).unsqueeze(1), zeros(labels.Length, 1 + Cells)], 1);
}
