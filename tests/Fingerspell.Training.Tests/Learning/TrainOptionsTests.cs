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

    [Theory]
    [InlineData(64, 40)]
    [InlineData(55, 40)]
    [InlineData(30, 30)]
    public void A_training_that_was_stopped_has_had_its_first_epochs_coarse(int epochs, int coarse) =>
        Assert.Equal(coarse, new TrainOptions { Epochs = 64, Coarse = 0.625 }.After(epochs).CoarseEpochs);
}
