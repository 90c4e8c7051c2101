using Fingerspell.Training.Learning;

namespace Fingerspell.Training.Tests.Learning;

public sealed class TrainOptionsTests
{
    [Theory]
    [InlineData(64, 13)]
    [InlineData(55, 4)]
    [InlineData(40, 0)]
    public void A_training_that_was_stopped_has_averaged_what_it_came_to(int epochs, int averaged)
    {
        var options = new TrainOptions { Epochs = 64, Averaged = 0.2 }.After(epochs);
        Assert.Equal((epochs, averaged), (options.Epochs, options.AveragedEpochs));
    }
}
