using Fingerspell.Letters;
using Fingerspell.Training.Networks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tests.Networks;

[Collection(PyTorchTests.Name)]
public sealed class NormaliseTests
{
    [Fact]
    public void Unit_divides_by_255()
    {
        using var scope = NewDisposeScope();
        var normalised = Normalise.Pixels(tensor(new float[] { 0, 51, 255 }, [1, 1, 1, 3]), Normalisation.Unit);
        Assert.Equal([0f, 0.2f, 1f], normalised.data<float>().ToArray());
    }

    [Fact]
    public void Standardised_crops_are_alike_under_another_light_and_contrast()
    {
        using var scope = NewDisposeScope();
        var crop = rand(1, 1, 28, 28) * 100;
        var first = Normalise.Pixels(crop, Normalisation.Standardised);
        var second = Normalise.Pixels(crop * 1.5 + 80, Normalisation.Standardised);
        Assert.Equal(0, first.mean().item<float>(), 1e-4);
        Assert.Equal(1, first.square().mean().item<float>(), 0.01);
        Assert.InRange((first - second).abs().max().item<float>(), 0, 0.01);
    }

    [Fact]
    public void An_even_crop_stays_finite()
    {
        using var scope = NewDisposeScope();
        var normalised = Normalise.Pixels(full([1, 1, 28, 28], 200f), Normalisation.Standardised);
        Assert.Equal(0, normalised.abs().max().item<float>());
    }
}
