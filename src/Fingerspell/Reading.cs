using Fingerspell.Imaging;
using Fingerspell.Letters;

namespace Fingerspell;

/// <summary>What the recogniser read in one frame.</summary>
/// <param name="Letter">The letter, or null where there is no hand or no letter it dares to name.</param>
/// <param name="Confidence">How sure it is that there is a signing hand and that it shows the most probable letter, 0–1; 0 where there is no hand, or none that is likely to sign.</param>
/// <param name="Box">Where the hand is, or null where there is none.</param>
/// <param name="Candidates">All 24 letters, the most probable first; none where there is no hand. Together they are as probable as a signing hand there.</param>
/// <param name="Crop">What the model was given, or null where there is no hand.</param>
public sealed record Reading(
    char? Letter, float Confidence, Box? Box, IReadOnlyList<LetterCandidate> Candidates, GrayCrop? Crop)
{
    /// <summary>The reading of a frame without a hand.</summary>
    public static Reading NoHand { get; } = new(null, 0, null, [], null);
}
