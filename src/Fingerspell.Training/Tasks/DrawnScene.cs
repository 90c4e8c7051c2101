using Fingerspell.Imaging;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>Something that is drawn and not photographed, to be put before a room.</summary>
/// <param name="Pixels">Red, green and blue, a square plane each, over <see cref="Grey"/>.</param>
/// <param name="Shape">255 where the thing is, 0 where nothing is.</param>
/// <param name="Box">Where the hand, or the head, is, in fractions of the side.</param>
sealed record DrawnScene(byte[] Pixels, byte[] Shape, RelativeBox Box)
{
    /// <summary>The level that things are drawn over.</summary>
    public const byte Grey = 128;

    const double LeastOpacity = 1e-3;

    /// <summary>Pictures of drawn things without the grey that shines through at their edges: before another background it would tell that they are drawn.</summary>
    /// <param name="pictures">Things over grey: [n, channels, height, width], levels 0–255.</param>
    /// <param name="shapes">How opaque they are there, 0–1: [n, 1, height, width].</param>
    /// <returns>The same shape; black where nothing is.</returns>
    public static Tensor WithoutGrey(Tensor pictures, Tensor shapes)
    {
        var shining = (ones_like(shapes) - shapes).Times(Grey);
        return ((pictures - shining) / maximum(shapes, zeros_like(shapes).Plus(LeastOpacity))).ClampInPlace(0, 255);
    }

    /// <summary>A seed for the scene of a number; neighbouring seeds give like numbers (2³² over the golden ratio).</summary>
    public static int Seed(int number) => unchecked(number * -1640531527);
}
