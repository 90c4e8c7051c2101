using Fingerspell.Training.Data;

namespace Fingerspell.Training.Evaluation.Photos;

/// <summary>A photograph to measure on.</summary>
/// <param name="Path">Where the file is.</param>
/// <param name="Name">Its name below the set's folder: <c>A/user_11_A0.jpg</c>.</param>
/// <param name="Label">The label of the letter that it shows, or null where it shows no signing hand.</param>
/// <param name="Box">Where the hand is, and whose it is, or null where unknown.</param>
public sealed record TestPhoto(string Path, string Name, byte? Label, HandBox? Box);
