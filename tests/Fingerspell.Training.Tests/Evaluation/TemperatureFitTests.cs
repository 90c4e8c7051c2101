using CsCheck;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class TemperatureFitTests
{
    [Theory]
    // Two labels, the first at p and right with share f: softmax gives f where temperature = log(p/(1-p)) / log(f/(1-f)).
    [InlineData(0.9, 3, 4, 2.0)]     // log 9 / log 3
    [InlineData(0.75, 9, 10, 0.5)]   // log 3 / log 9
    [InlineData(0.8, 4, 5, 1.0)]
    public void The_temperature_makes_two_labels_as_sure_as_they_are_right(double p, int right, int rows, double expected)
    {
        var fit = TemperatureFit.Of(TwoLabels(p, right, rows));
        Assert.Equal(expected, fit.Temperature, 3);
        Assert.Equal(Math.Abs(p - (double)right / rows), fit.ErrorBefore, 5);
        Assert.Equal(0, fit.ErrorAfter, 3);
        double f = (double)right / rows;
        Assert.Equal(-f * Math.Log(f) - (1 - f) * Math.Log(1 - f), fit.LossAfter, 5);
        Assert.Equal(-f * Math.Log(p) - (1 - f) * Math.Log(1 - p), fit.LossBefore, 5);
    }

    [Fact]
    public void A_label_said_to_be_impossible_costs_much_but_not_everything()
    {
        var predictions = new Predictions([1], [1, .. new float[Predictions.Width - 1]]);
        var fit = TemperatureFit.Of(predictions);
        Assert.True(double.IsFinite(fit.LossBefore) && fit.LossBefore > 80);
        Assert.InRange(fit.Temperature, 19, 20.01);
    }

    [Fact]
    public void Another_temperature_changes_no_letter_and_keeps_probabilities_that_add_up() =>
        Rows.Select(Gen.Double[0.2, 5]).Sample((predictions, temperature) =>
        {
            var changed = TemperatureFit.Apply(predictions, temperature);
            Assert.Equal(predictions.Predicted, changed.Predicted);
            for (int row = 0; row < changed.Count; row++)
                Assert.Equal(1, changed.Of(row).ToArray().Sum(), 4);
        });

    [Fact]
    public void It_never_makes_the_loss_worse_and_a_second_fit_changes_nothing() =>
        Rows.Sample(predictions =>
        {
            var fit = TemperatureFit.Of(predictions);
            Assert.True(fit.LossAfter <= fit.LossBefore + 1e-9);
            // At either end the minimum lies beyond.
            if (fit.Temperature is > 0.1 and < 10)
                Assert.Equal(1, TemperatureFit.Of(TemperatureFit.Apply(predictions, fit.Temperature)).Temperature, 2);
        }, iter: 30);

    // Rows of which one label is the surest by far enough that rounding cannot exchange it.
    static Gen<Predictions> Rows => Gen.Select(Gen.Byte[0, 24], Gen.Byte[0, 24], Gen.Single[0.2f, 0.98f]).Array[1, 40].Select(rows =>
        MadePredictions.Of([.. rows.Select(r => r.Item1)], [.. rows.Select(r => r.Item2)], row => rows[row].Item3));

    static Predictions TwoLabels(double p, int right, int rows)
    {
        var probabilities = new float[rows * Predictions.Width];
        for (int row = 0; row < rows; row++)
            (probabilities[row * Predictions.Width], probabilities[row * Predictions.Width + 1]) = ((float)p, (float)(1 - p));
        return new([.. Enumerable.Range(0, rows).Select(row => (byte)(row < right ? 0 : 1))], probabilities);
    }
}
