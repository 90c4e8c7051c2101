using System.Globalization;
using Fingerspell.Training.Evaluation.Photos;

namespace Fingerspell.Training.Evaluation;

/// <summary>Prints what a fitted temperature does to predictions, and what thresholds would come to at it.</summary>
public static class TemperatureText
{
    /// <summary>The temperature fitted to held-back rows, and a line a threshold. Lines end in a line feed.</summary>
    /// <param name="predictions">Predictions for held-back rows, at temperature 1.</param>
    public static string Of(Predictions predictions)
    {
        var fit = TemperatureFit.Of(predictions);
        var guesses = Guess.Of(TemperatureFit.Apply(predictions, fit.Temperature));
        return Of(fit) + MeasurementText.Thresholds(RiskCoverage.Of(guesses));
    }

    /// <summary>The temperature, loss and calibration error before and after, and the start of what holds at it.</summary>
    /// <param name="fit">The fit.</param>
    public static string Of(TemperatureFit fit) => string.Create(CultureInfo.InvariantCulture,
        $"Temperature        {fit.Temperature:F3}, fitted to these: loss {fit.LossBefore:F4} → {fit.LossAfter:F4}, ")
        + $"calibration error {Percentage.Of(fit.ErrorBefore)} → {Percentage.Of(fit.ErrorAfter)} (ECE)\n"
        + "At that temperature:\n\n";
}
