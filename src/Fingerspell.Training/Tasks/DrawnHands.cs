using Fingerspell.Imaging;

namespace Fingerspell.Training.Tasks;

/// <summary>
/// Hands that are drawn and not photographed, cut as photographs are: any number of people, skins and lights, and every letter
/// as often as the others. <see cref="DrawnHand"/> says how they differ.
/// </summary>
static class DrawnHands
{
    /// <summary>How many different hands there are for each that an epoch has.</summary>
    public const int Choice = 3;

    const int Side = 112;   // about what a hand's crop needs to fill a network's 64 pixels
    const float Span = 250;     // mm: holds every letter

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
        Parallel.For(0, count, new ParallelOptions { CancellationToken = stop }, i =>
        {
            using var hand = DrawnHand.Of(i, Side, Span);
            labels[i] = hand.Label;
            maker.Cut(hand.Picture, hand.Box).Pixels.CopyTo(crops.Slice(i * pixels, pixels));
            maker.Cut(hand.Shape, hand.Box).Pixels.CopyTo(masks.Slice(i * pixels, pixels));
        });
        return labels;
    }
}
