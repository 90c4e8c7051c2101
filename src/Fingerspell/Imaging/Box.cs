namespace Fingerspell.Imaging;

/// <summary>A rectangle in a frame, in whole pixels; (0, 0) is the frame's top left corner.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Width">Width, 1 or more.</param>
/// <param name="Height">Height, 1 or more.</param>
public readonly record struct Box(int X, int Y, int Width, int Height);
