namespace Fingerspell.Training.Exploring;

/// <summary>A picture of the data.</summary>
/// <param name="Name">Its file's name, such as <c>label_counts.png</c>.</param>
/// <param name="Caption">What it shows, in a sentence.</param>
/// <param name="Png">The picture.</param>
public sealed record Figure(string Name, string Caption, byte[] Png);
