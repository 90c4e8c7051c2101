using Fingerspell.Imaging;

namespace Fingerspell.Training.Data.Photos;

/// <summary>A photograph to train on.</summary>
/// <param name="Path">Where the file is.</param>
/// <param name="Set">The set it belongs to, such as <c>open-webcam-3</c>.</param>
/// <param name="Name">Its name below the set's folder, such as <c>A/user_3_A0.jpg</c>.</param>
/// <param name="Label">The letter's label, 0–24 without 9.</param>
/// <param name="Signer">The person, such as <c>user_3</c>; the set's name where nobody is named.</param>
/// <param name="Source">What it was made from: the same for all altered copies of one photograph.</param>
/// <param name="Box">Where the hand is, in pixels.</param>
public sealed record TrainingPhoto(string Path, string Set, string Name, byte Label, string Signer, string Source, Box Box);
