namespace Fingerspell.Training.Evaluation.Photos;

/// <summary>A photograph and what a recogniser made of it.</summary>
/// <param name="Photo">The photograph.</param>
/// <param name="Reading">What was read in it.</param>
public sealed record PhotoReading(TestPhoto Photo, Reading Reading)
{
    /// <summary>What the recogniser thought, whether it said so or not; nothing where it saw no hand sign.</summary>
    public Guess Guess => Reading is { Confidence: > 0, Candidates: [var best, ..] }
        ? new(Photo.Label, (byte)Alphabet.LabelOf(best.Letter), best.Confidence)
        : new(Photo.Label, null, 0);

    /// <summary>The label of the letter that it named, or <see cref="LabelNames.NoLetter"/>.</summary>
    public byte Read => Reading.Letter is { } letter ? (byte)Alphabet.LabelOf(letter) : LabelNames.NoLetter;
}
