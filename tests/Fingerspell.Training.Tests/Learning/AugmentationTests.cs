using Fingerspell.Training.Learning;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tests.Learning;

[Collection(PyTorchTests.Name)]
public sealed class AugmentationTests
{
    [Fact]
    public void At_strength_zero_crops_stay_as_they_are()
    {
        using var scope = NewDisposeScope();
        var crops = Crops();
        Assert.True(Augmentation.Vary(crops, 0).Equals(crops));
    }

    [Fact]
    public void Every_crop_is_varied_on_its_own_and_the_given_ones_are_left_alone()
    {
        using var scope = NewDisposeScope();
        var one = Crops().narrow(0, 0, 1);
        var copies = one.expand(8, 1, 28, 28).contiguous();
        var before = copies.clone();
        var varied = Augmentation.Vary(copies, 1);
        Assert.Equal([8L, 1, 28, 28], varied.shape);
        Assert.True(copies.Equals(before));
        for (int i = 1; i < 8; i++)
            Assert.True((varied[0] - varied[i]).abs().mean().item<float>() > 1);
    }

    [Fact]
    public void Grey_levels_stay_near_their_range()
    {
        using var scope = NewDisposeScope();
        var varied = Augmentation.Vary(Crops(), 1);
        Assert.True(varied.isfinite().all().item<bool>());
        // Light from two sides makes at most 1.6 times 255; noise adds a few levels.
        Assert.InRange(varied.min().item<float>(), -40, 255);
        Assert.InRange(varied.max().item<float>(), 0, 1.6 * 255 + 40);
    }

    [Fact]
    public void The_same_seed_varies_in_the_same_way()
    {
        using var scope = NewDisposeScope();
        var crops = Crops();
        Tensor Varied(long seed)
        {
            random.manual_seed(seed);
            return Augmentation.Vary(crops, 1);
        }
        Assert.True(Varied(1).Equals(Varied(1)));
        Assert.False(Varied(1).Equals(Varied(2)));
    }

    static Tensor Crops()
    {
        random.manual_seed(7);
        return rand(16, 1, 28, 28) * 255;
    }
}
