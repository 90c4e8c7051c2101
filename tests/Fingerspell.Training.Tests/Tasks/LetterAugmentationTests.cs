using Fingerspell.Training.Learning;
using Fingerspell.Training.Tasks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tests.Tasks;

[Collection(PyTorchTests.Name)]
public sealed class LetterAugmentationTests
{
    /// <summary>Interpolation may make a little more than one of a mask's ones.</summary>
    [Fact]
    public void A_hand_that_covers_a_little_more_than_all_is_mounted_as_one_that_covers_all()
    {
        using var scope = NewDisposeScope();
        var crops = full([8, 1, 32, 32], 40f);
        var hands = zeros(8, 1, 32, 32);
        hands.narrow(3, 0, 16).fill_(1);
        float[] Mounted(Tensor shapes)
        {
            random.manual_seed(1);
            return LetterAugmentation.Mounted(crops, shapes, isDrawn: ones(8, 1, 1, 1), backgrounds: null, heads: null, share: 0).data<float>().ToArray();
        }
        Assert.All(Mounted(hands).Zip(Mounted(hands.mul(1.000001f))), pixel => Assert.Equal(pixel.First, pixel.Second, 0.01f));
    }

    [Fact]
    public void A_drawn_hand_before_black_has_no_rim_of_the_grey_that_it_is_drawn_on()
    {
        const int Count = 64, Side = 32, Level = 250;
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        // All of the hand at the left, ever less of it through the middle, nothing at the right.
        var opacity = linspace(4, -3, 2 * Side).clamp(0, 1).view(1, 1, 1, -1).expand(Count, 1, 2 * Side, 2 * Side).contiguous();
        var (crops, _) = LetterAugmentation.Vary(
            full_like(opacity, 128).lerp(full_like(opacity, Level), opacity), opacity.mul(255), isDrawn: ones(Count, 1, 1, 1), isEmpty: zeros(Count, 1, 1, 1),
            backgrounds: null, heads: null, fine: Count, new TrainOptions { Augmentation = 0, DrawnHands = 1 });
        // Backgrounds are even, darker or lighter to a side; among so many some are black.
        var darkest = crops.amin([0])[0, 0];
        Assert.Equal(0, darkest.narrow(0, Side - 4, 4).max().item<float>());
        var expected = opacity[0, 0, 0].narrow(0, Side / 2, Side).mul(Level);
        Assert.InRange((darkest - expected).abs().max().item<float>(), 0, 1);
    }

    [Fact]
    public void A_shape_that_reaches_the_border_does_not_fade_there()
    {
        using var scope = NewDisposeScope();
        var softened = LetterAugmentation.Softened(ones(1, 1, 6, 6));
        Assert.All(softened.data<float>().ToArray(), share => Assert.Equal(1, share, 1e-6f));
    }

    [Fact]
    public void Any_half_of_what_is_no_row_loses_detail()
    {
        const int Fine = 12, Rows = 4, Times = 30;
        using var scope = NewDisposeScope();
        random.manual_seed(1);
        var crops = rand(Fine + Rows, 1, 32, 32);
        int[] coarse = new int[Fine];
        for (int time = 0; time < Times; time++)
        {
            bool[] isCoarse = LetterAugmentation.Coarsen(crops, Fine, least: 8).ne(crops).flatten(1).any(1).data<bool>().ToArray();
            Assert.Equal(Fine / 2, isCoarse[..Fine].Count(one => one));
            Assert.DoesNotContain(true, isCoarse[Fine..]);
            for (int i = 0; i < Fine; i++)
                coarse[i] += isCoarse[i] ? 1 : 0;
        }
        Assert.All(coarse, times => Assert.InRange(times, 1, Times - 1));
    }
}
