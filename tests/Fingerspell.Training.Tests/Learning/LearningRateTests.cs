using Fingerspell.Training.Learning;

namespace Fingerspell.Training.Tests.Learning;

public sealed class LearningRateTests
{
    [Fact]
    public void A_cosine_rises_for_a_tenth_of_the_steps_and_falls_to_nothing()
    {
        var rate = new LearningRate(new TrainOptions { Schedule = Schedule.Cosine, LearningRate = 0.01, Epochs = 10 }, stepsPerEpoch: 100);
        double[] rates = [.. Enumerable.Range(0, 1000).Select(rate.At)];
        Assert.Equal(0.0001, rates[0], 1e-9);
        Assert.InRange(Array.IndexOf(rates, rates.Max()), 95, 105);
        Assert.InRange(rates.Max(), 0.0095, 0.01);
        Assert.Equal(0.005, rates[500], 1e-9);
        Assert.InRange(rates[^1], 0, 1e-7);
        Assert.All(rates.Skip(105).Zip(rates.Skip(104)), pair => Assert.True(pair.First < pair.Second));
    }

    [Fact]
    public void A_cosine_ends_where_averaging_begins_and_stays_at_three_tenths_of_its_highest()
    {
        var options = new TrainOptions { Schedule = Schedule.Cosine, LearningRate = 0.01, Epochs = 8 };
        var (whole, averaged) = (new LearningRate(options, stepsPerEpoch: 100), new LearningRate(options with { Epochs = 10, Averaged = 0.2 }, stepsPerEpoch: 100));
        Assert.All(Enumerable.Range(0, 800), step => Assert.Equal(whole.At(step), averaged.At(step)));
        Assert.All(Enumerable.Range(800, 200), step => Assert.Equal(0.003, averaged.At(step), 1e-9));
    }

    [Theory]
    [InlineData(Fingerspell.Training.Learning.Monitor.Loss, 1e-4)]
    [InlineData(Fingerspell.Training.Learning.Monitor.Accuracy, 1e-3)]
    public void A_plateau_watches_what_it_is_told_to(Fingerspell.Training.Learning.Monitor monitor, double expected)
    {
        var rate = new LearningRate(new TrainOptions { Monitor = monitor }, stepsPerEpoch: 1);
        // Accuracy goes on rising, loss does not fall.
        for (int epoch = 1; epoch <= 3; epoch++)
            rate.EpochEnded(new EpochMetrics(epoch, Loss: 1, Accuracy: 0.2 * epoch, null, null, 1e-3, 1));
        Assert.Equal(expected, rate.At(3), 1e-12);
    }
}
