using Fingerspell.Imaging;

namespace Fingerspell.Training.Tasks;

/// <summary>Something that is drawn and not photographed, to be put before a room.</summary>
/// <param name="Pixels">Red, green and blue, a square plane each; grey where nothing is.</param>
/// <param name="Shape">255 where the thing is, 0 where nothing is.</param>
/// <param name="Box">Where the hand, or the head, is, in fractions of the side.</param>
sealed record DrawnScene(byte[] Pixels, byte[] Shape, RelativeBox Box)
{
    /// <summary>A seed for the scene of a number; neighbouring seeds give like numbers (2³² over the golden ratio).</summary>
    public static int Seed(int number) => unchecked(number * -1640531527);
}
