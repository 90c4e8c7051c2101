namespace Fingerspell.Showing;

/// <summary>How one person's hand differs from the average one; 1 everywhere is the average.</summary>
/// <param name="FingerLength">Length of the fingers and the thumb, as a factor; 0.8–1.2 looks natural.</param>
/// <param name="FingerWidth">Thickness of the fingers and the thumb, as a factor; 0.8–1.2 looks natural.</param>
/// <param name="PalmWidth">Breadth of the palm, as a factor; 0.85–1.15 looks natural.</param>
public sealed record HandBuild(float FingerLength = 1, float FingerWidth = 1, float PalmWidth = 1);
