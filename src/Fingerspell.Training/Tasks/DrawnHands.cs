using Fingerspell.Imaging;
using Fingerspell.Showing;

namespace Fingerspell.Training.Tasks;

/// <summary>
/// Hands that are drawn and not photographed, cut as photographs are: any number of people, skins and lights, and every letter
/// as often as the others. <see cref="HandVariation"/> says how they differ.
/// </summary>
static class DrawnHands
{
    /// <summary>How many different hands there are for each that an epoch has.</summary>
    public const int Choice = 3;

    const int Side = 144;   // about what a hand's crop needs to fill a network's 96 pixels
    const float Span = 250;     // mm: holds every letter
    const float Joints = 6, Turns = 11;

    /// <summary>Draws hands.</summary>
    /// <param name="count">How many.</param>
    /// <param name="maker">Cuts them out, surroundings and all.</param>
    /// <param name="crops">Gets the crops, the forearm going on to the border, <paramref name="count"/> times the maker's pixels.</param>
    /// <param name="masks">Gets 255 where a hand is and 0 where none is, likewise.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>Their labels.</returns>
    public static byte[] Draw(int count, CropMaker maker, Memory<byte> crops, Memory<byte> masks, CancellationToken stop)
    {
        int pixels = maker.Size * maker.Size;
        var labels = new byte[count];
        OnAllCores.Do(count, i =>
        {
            using var hand = DrawnHand.Of(i, Sign, Side, Span);
            labels[i] = (byte)Alphabet.LabelOf(hand.Letter);
            maker.Cut(hand.Picture, hand.Box).Pixels.CopyTo(crops.Slice(i * pixels, pixels));
            maker.Cut(hand.Shape, hand.Box).Pixels.CopyTo(masks.Slice(i * pixels, pixels));
        }, stop);
        return labels;
    }

    static Pose Sign(char letter, Random random) => HandVariation.Vary(LetterMotion.At(letter, 0), random, Joints, Turns);
}
