using Fingerspell.Imaging;

namespace Fingerspell.Training.Data;

/// <summary>Where the hand is in a photograph: a line of a box file.</summary>
/// <param name="File">The photograph, relative to its set's folder, such as <c>A/user_11_A0.jpg</c>.</param>
/// <param name="Letter">The letter it shows, A–Z.</param>
/// <param name="Signer">The person, or null where the file leaves that empty.</param>
/// <param name="Box">The box, in pixels.</param>
public sealed record HandBox(string File, char Letter, string? Signer, Box Box);
