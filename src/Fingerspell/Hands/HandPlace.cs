using Fingerspell.Imaging;

namespace Fingerspell.Hands;

/// <summary>A place of a frame that may be the signing hand.</summary>
/// <param name="Box">The box around it, within the frame.</param>
/// <param name="Probability">How sure it is that there is a hand, 0–1; 1 where that was not asked.</param>
public readonly record struct HandPlace(Box Box, double Probability);
