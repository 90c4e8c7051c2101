namespace Fingerspell.Training.Data;

/// <summary>A photograph whose letter is known.</summary>
/// <param name="Path">Where the file is.</param>
/// <param name="Name">Its name below the set's folder, as box files have it: <c>A/user_11_A0.jpg</c>.</param>
/// <param name="Label">The letter's label, 0–24 without 9.</param>
public sealed record LabeledPhoto(string Path, string Name, byte Label);
