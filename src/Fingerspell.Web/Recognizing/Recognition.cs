using System.Text.Json.Serialization;
using Fingerspell.Imaging;

namespace Fingerspell.Web.Recognizing;

/// <summary>What was read in a picture, as the service answers and <c>fingerspell predict --json</c> prints it; programs read this shape.</summary>
/// <param name="File">The picture's name where the request gave one.</param>
/// <param name="Letter">The letter, or null where there is no hand or no letter it dares to name.</param>
/// <param name="Confidence">How sure it is of the most probable letter, 0–1; 0 where there is no hand, or none that is likely to sign.</param>
/// <param name="Box">Where the hand is in the picture, in pixels, or null where there is none.</param>
/// <param name="Candidates">The most probable letters; none where there is no hand.</param>
/// <param name="Crop">What the model was given, as a <c>data:</c> address, where the request asked for it.</param>
public sealed record Recognition(
    string? File, char? Letter, double Confidence, Box? Box, IReadOnlyList<Candidate> Candidates,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Crop = null)
{
    const int CandidatesShown = 3;

    /// <summary>What was read, rounded to the digits that mean something.</summary>
    /// <param name="file">The picture's name, or null where it has none.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="showsCrop">Whether to show what the model was given.</param>
    public static Recognition Of(string? file, Reading reading, bool showsCrop = false) => new(
        file, reading.Letter, Candidate.Round(reading.Confidence), reading.Box, Candidate.Of(reading, CandidatesShown),
        showsCrop ? CropAddress.Of(reading.Crop) : null);
}
