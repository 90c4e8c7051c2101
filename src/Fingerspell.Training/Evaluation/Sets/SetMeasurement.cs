using Fingerspell.Training.Evaluation.Photos;

namespace Fingerspell.Training.Evaluation.Sets;

/// <summary>What a recogniser came to on one of several sets.</summary>
/// <param name="Name">The set's name.</param>
/// <param name="Measurement">What it came to, end to end: the hands were looked for, except where the pictures are crops.</param>
/// <param name="BoxesGiven">What it came to when told where the hands are, or null where that is not known.</param>
public sealed record SetMeasurement(string Name, Measurement Measurement, Measurement? BoxesGiven = null);
