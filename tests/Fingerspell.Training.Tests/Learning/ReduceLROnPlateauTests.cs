using Fingerspell.Training.Learning;
using Monitor = Fingerspell.Training.Learning.Monitor;

namespace Fingerspell.Training.Tests.Learning;

/// <summary>Each case is what Keras's callback does with the same figures, at factor 0.1, patience 2, min_delta 1e-4, min_lr 1e-4.</summary>
public sealed class ReduceLROnPlateauTests
{
    public static TheoryData<Monitor, double, double[], double[]> Cases => new()
    {
        // Better every epoch: the rate stays.
        { Monitor.Loss, 1e-3, [1.0, 0.8, 0.6, 0.4], [1e-3, 1e-3, 1e-3, 1e-3] },
        { Monitor.Accuracy, 1e-3, [0.5, 0.6, 0.7, 0.8], [1e-3, 1e-3, 1e-3, 1e-3] },
        // Two epochs without improvement: a tenth, from the next epoch on.
        { Monitor.Loss, 1e-3, [1.0, 1.0, 1.0, 0.5], [1e-3, 1e-3, 1e-4, 1e-4] },
        { Monitor.Accuracy, 1e-3, [0.9, 0.9, 0.9, 0.9], [1e-3, 1e-3, 1e-4, 1e-4] },
        // An improvement in between starts the count anew.
        { Monitor.Loss, 1e-3, [1.0, 1.1, 0.9, 1.0, 1.0], [1e-3, 1e-3, 1e-3, 1e-3, 1e-4] },
        // Less than min_delta is no improvement, and the best figure stays the old one.
        { Monitor.Loss, 1e-3, [1.0, 0.99995, 0.99991], [1e-3, 1e-3, 1e-4] },
        { Monitor.Accuracy, 1e-3, [0.9, 0.90005, 0.90009], [1e-3, 1e-3, 1e-4] },
        { Monitor.Loss, 1e-3, [1.0, 0.99995, 0.9998], [1e-3, 1e-3, 1e-3] },
        // Not below min_lr, and the factor stops there.
        { Monitor.Loss, 5e-4, [1.0, 1.0, 1.0, 1.0, 1.0], [5e-4, 5e-4, 1e-4, 1e-4, 1e-4] },
        { Monitor.Loss, 1e-2, [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0], [1e-2, 1e-2, 1e-3, 1e-3, 1e-4, 1e-4, 1e-4] },
        // A loss that is not a number is no improvement.
        { Monitor.Loss, 1e-3, [1.0, double.NaN, double.NaN], [1e-3, 1e-3, 1e-4] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Lowers_the_learning_rate_as_Keras_does(Monitor monitor, double start, double[] figures, double[] expected)
    {
        var plateau = new ReduceLROnPlateau(start, monitor);
        double[] rates = [.. figures.Select(figure =>
        {
            plateau.EpochEnded(figure);
            return plateau.LearningRate;
        })];
        Assert.Equal(expected.Length, rates.Length);
        Assert.All(expected.Zip(rates), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }
}
