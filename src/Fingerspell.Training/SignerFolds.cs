using Fingerspell.Imaging;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training;

/// <summary>What networks said of signers that they had not seen, all signers one after the other, at temperature 1.</summary>
/// <param name="Photos">Predictions for the photographs, their boxes given.</param>
/// <param name="Crops">What the networks were given of them.</param>
/// <param name="Rows">Predictions for those signers' rows of Sign Language MNIST, or null where there are none.</param>
/// <param name="WithoutHand">
/// Predictions for pieces of the same photographs beside the hand, where there is room for one; their labels mean nothing.
/// Null where there are none.
/// </param>
/// <param name="Whole">What was read from the whole photographs, or null where no hand finder was given.</param>
public sealed record SignerFolds(
    Predictions Photos, IReadOnlyList<GrayCrop> Crops, Predictions? Rows, Predictions? WithoutHand, WholePictures? Whole = null)
{
    /// <summary>The temperature fitted to the photographs.</summary>
    public TemperatureFit Temperature { get; } = TemperatureFit.Of(Photos);

    /// <summary>What was thought of the photographs, at the fitted temperature.</summary>
    public IReadOnlyList<Guess> Positives => Guess.Of(TemperatureFit.Apply(Photos, Temperature.Temperature));

    /// <summary>What was thought of the pieces without a hand, at the fitted temperature.</summary>
    public IReadOnlyList<Guess> Negatives => WithoutHand is null
        ? []
        : [.. Guess.Of(TemperatureFit.Apply(WithoutHand, Temperature.Temperature)).Select(guess => guess with { Label = null })];
}
