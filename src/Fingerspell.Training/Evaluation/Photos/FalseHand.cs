using Fingerspell.Imaging;

namespace Fingerspell.Training.Evaluation.Photos;

/// <summary>A hand that was found in a picture without one.</summary>
/// <param name="File">The picture.</param>
/// <param name="Letter">The letter that was named, or null where none was.</param>
/// <param name="Confidence">How sure the most probable letter was, 0–1.</param>
/// <param name="Box">Where the hand was thought to be.</param>
public sealed record FalseHand(string File, char? Letter, double Confidence, Box Box);
