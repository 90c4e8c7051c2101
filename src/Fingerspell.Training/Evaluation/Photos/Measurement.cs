namespace Fingerspell.Training.Evaluation.Photos;

/// <summary>All that is said of a recogniser on one set of pictures.</summary>
/// <param name="Letters">How the pictures of letters were read, or null where there are none.</param>
/// <param name="Calibration">Whether confidence is honest, over the pictures of letters in which a hand was seen to sign; null without any.</param>
/// <param name="RiskCoverage">What other thresholds would come to, on the pictures of letters.</param>
/// <param name="Boxes">Whether the hands were found where they are; null where that is not known or the hand was not looked for.</param>
/// <param name="WithoutHand">Whether pictures without a hand were passed over in silence, or null where there are none.</param>
/// <param name="NamedWithoutHand">How many of those would be answered at other thresholds.</param>
public sealed record Measurement(
    OutcomeSummary? Letters,
    Calibration? Calibration,
    IReadOnlyList<RiskCoverage> RiskCoverage,
    BoxAgreement? Boxes,
    Silence? WithoutHand,
    IReadOnlyList<RiskCoverage> NamedWithoutHand)
{
    /// <summary>Sums up readings of photographs.</summary>
    /// <param name="readings">One or more.</param>
    /// <param name="handsFound">Whether the hands were looked for; false where their boxes were given.</param>
    /// <exception cref="FingerspellException">There are none.</exception>
    public static Measurement Of(IReadOnlyList<PhotoReading> readings, bool handsFound)
    {
        if (readings.Count == 0)
            throw new FingerspellException("nothing to evaluate: not one picture was read");
        List<PhotoReading> letters = [.. readings.Where(reading => reading.Photo.Label is not null)];
        Guess[] guesses = [.. letters.Select(reading => reading.Guess)];
        return new(
            letters.Count == 0 ? null : OutcomeSummary.Of([.. letters.Select(OutcomeOf)]),
            Calibration.Of(guesses),
            Evaluation.RiskCoverage.Of(guesses),
            handsFound ? BoxAgreement.Of(letters) : null,
            Silence.Of(readings),
            Evaluation.RiskCoverage.Of([.. readings.Where(reading => reading.Photo.Label is null).Select(reading => reading.Guess)]));
    }

    /// <summary>Sums up predictions for the rows of a dataset.</summary>
    /// <param name="predictions">One row or more.</param>
    /// <param name="threshold">The model's threshold.</param>
    public static Measurement Of(Predictions predictions, double threshold) => new(
        OutcomeSummary.Of(Outcome.Of(predictions, threshold)),
        Calibration.Of(predictions),
        Evaluation.RiskCoverage.Of(Guess.Of(predictions)),
        Boxes: null, WithoutHand: null, NamedWithoutHand: Evaluation.RiskCoverage.Of([]));

    static Outcome OutcomeOf(PhotoReading reading) => new(
        reading.Photo.Label!.Value, reading.Read == LabelNames.NoLetter ? null : reading.Read, reading.Photo.Box?.Signer);
}
