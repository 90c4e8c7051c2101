using Fingerspell.Imaging;

namespace Fingerspell.Training.Data;

/// <summary>A row of a CSV file of crops.</summary>
/// <param name="Number">The row, counted from 1 without the header.</param>
/// <param name="Crop">Its picture, or null where the row is wrong.</param>
/// <param name="Error">What is wrong with it, or null.</param>
public sealed record CropRow(int Number, GrayCrop? Crop, string? Error);
