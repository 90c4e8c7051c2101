using Fingerspell.Training.Evaluation.Photos;

namespace Fingerspell.Training.Evaluation.Words;

/// <summary>One frame of a spelled word.</summary>
/// <param name="Photo">The photograph that it shows, or null where no hand is in view.</param>
/// <param name="Next">The photograph that it is turning into, or null.</param>
/// <param name="Share">How much of <paramref name="Next"/> is in it, 0–1.</param>
public readonly record struct Shot(TestPhoto? Photo, TestPhoto? Next = null, double Share = 0);
