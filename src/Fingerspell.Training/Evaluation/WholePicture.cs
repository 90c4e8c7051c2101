using Fingerspell.Letters;

namespace Fingerspell.Training.Evaluation;

/// <summary>What the whole reading road made of a picture, before temperature, odds of a sign and threshold.</summary>
/// <param name="Label">The true label, or null for a picture without a signing hand.</param>
/// <param name="Places">The places that the hand finder found; none where it found no hand.</param>
public sealed record WholePicture(byte? Label, IReadOnlyList<WholePlace> Places)
{
    /// <summary>What is thought of the picture with a temperature and odds: as <see cref="Recognizer"/> reads, the place counts whose letter is surest.</summary>
    public Guess At(double temperature, SignOdds odds)
    {
        var thoughts = Places.Select(place => place.At(temperature, odds)).ToList();
        if (thoughts.Count == 0)
            return new(Label, null, 0);
        var (signs, best, share) = thoughts.MaxBy(thought => thought.Signs * thought.Share);
        return signs >= SignOdds.Even ? new(Label, best, (float)(signs * share)) : new(Label, null, 0);
    }
}
