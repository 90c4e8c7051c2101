using Fingerspell.Letters;
using Fingerspell.Training.Export;
using Fingerspell.Training.Networks;
using TorchSharp;

namespace Fingerspell.Training.Tests.Export;

[Collection(PyTorchTests.Name)]
public sealed class ActivationRangesTests
{
    [Fact]
    public void Ranges_are_those_of_what_a_layer_gives_and_hold_zero()
    {
        var layer = new ConvBatchNormalization(1, 2, kernel: 1, relu: false);
        using var network = new Network("made", 1, 4, Normalisation.Unit, layer);
        using (torch.no_grad())
        {
            // One channel gives the level, 0–1, the other its negative less one.
            layer.Convolution.Weight.copy_(torch.tensor(new float[] { 1, -1 }).view(2, 1, 1, 1));
            layer.Normalisation.Scale.fill_(1);
            layer.Normalisation.Shift.copy_(torch.tensor(new float[] { 0, -1 }));
        }
        using var pixels = torch.arange(0, 256, 1, torch.ScalarType.Byte).view(16, 1, 4, 4);
        var (low, high) = ActivationRanges.Of(network, pixels)[layer];
        Assert.Equal(-2, low, 1e-2);
        Assert.Equal(1, high, 1e-2);

        using var dark = torch.zeros(1, 1, 4, 4, torch.ScalarType.Byte);
        (low, high) = ActivationRanges.Of(network, dark)[layer];
        Assert.Equal(-1, low, 1e-2);
        Assert.Equal(0, high, 1e-2);
    }
}
