using System.Globalization;
using Fingerspell.Imaging;

namespace Fingerspell.Hands;

/// <summary>
/// Looks for no hand: the signer holds it into a fixed region of the frame, as in the tutorial. As that is always there and
/// never moves, a speller ends no word by itself and reads no J and no Z, which are drawn.
/// </summary>
/// <param name="region">The region; what of it lies outside of a frame is left away.</param>
public sealed class FixedRegion(Box region) : IHandFinder
{
    /// <summary>The tutorial's region, the 300 × 300 pixels at the top left.</summary>
    public static Box Default { get; } = new(0, 0, 300, 300);

    /// <summary>The region as it was given.</summary>
    public Box Region { get; } = region;

    /// <summary>True: the region is what the letter model is given.</summary>
    public bool GivesCrops => true;

    /// <summary>The part of the region that lies within the frame.</summary>
    /// <exception cref="FingerspellException">No part of it does.</exception>
    public IReadOnlyList<HandPlace> Places(Frame frame) => Region.Clip(frame.Bounds) is { } inside
        ? [new(inside, 1)]
        : throw new FingerspellException(
            $"the region {Region} lies outside of the frame of {frame.Width}×{frame.Height} pixels; choose another with --region x,y,width,height");

    /// <summary>Reads a region written <c>x,y,width,height</c>, in pixels.</summary>
    /// <exception cref="FingerspellException">The text is not four whole numbers, or one has no sense.</exception>
    public static Box Parse(string text)
    {
        const int Most = 1 << 20;
        string[] parts = text.Split(',');
        var numbers = new int[4];
        bool good = parts.Length == 4;
        for (int i = 0; good && i < 4; i++)
            good = int.TryParse(parts[i], NumberStyles.Integer, CultureInfo.InvariantCulture, out numbers[i]) && numbers[i] <= Most;
        return good && numbers[2] > 0 && numbers[3] > 0
            ? new Box(numbers[0], numbers[1], numbers[2], numbers[3])
            : throw new FingerspellException(
                $"\"{text}\" is not a region; write x,y,width,height in whole pixels, such as {Default}");
    }
}
