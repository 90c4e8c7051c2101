namespace Fingerspell.Showing;

/// <summary>A colour of a picture (sRGB).</summary>
/// <param name="Red">Red, 0–255.</param>
/// <param name="Green">Green, 0–255.</param>
/// <param name="Blue">Blue, 0–255.</param>
public readonly record struct Rgb(byte Red, byte Green, byte Blue);
