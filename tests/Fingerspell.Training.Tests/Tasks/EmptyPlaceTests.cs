using CsCheck;
using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Tasks;

namespace Fingerspell.Training.Tests.Tasks;

public sealed class EmptyPlaceTests
{
    static readonly CropMaker Maker = new(32);

    [Fact]
    public void It_hardly_shows_the_hand()
    {
        // The hand is white, all else dark: what a place shows of it can be counted.
        Gen.Select(Gen.Int[0, 70], Gen.Int[0, 40], Gen.Int[15, 40], Gen.Int[0, 1000]).Sample((x, y, side, seed) =>
        {
            var hand = new Box(x, y, side, side);
            using var frame = MadePictures.Drawn(120, 90, (column, row) =>
                column >= hand.X && column < hand.X + side && row >= hand.Y && row < hand.Y + side ? ((byte)255, (byte)255, (byte)255) : ((byte)9, (byte)9, (byte)9));
            if (EmptyPlace.Of(frame, hand, Maker, seed) is not { } place)
                return;
            int shown = place.Pixels.ToArray().Count(level => level > 128);
            // At most 6 % of the place, and some pixels of rounding at the edges.
            Assert.InRange(shown, 0, 0.06 * 32 * 32 + 2 * 32);
        }, iter: 200);
    }

    [Fact]
    public void Neither_do_its_surroundings_as_far_as_it_is_moved()
    {
        const int Side = 64, Seen = (int)(Side / 2 * 1.3);
        Gen.Select(Gen.Int[0, 70], Gen.Int[0, 40], Gen.Int[15, 40], Gen.Int[0, 1000]).Sample((x, y, side, seed) =>
        {
            var hand = new Box(x, y, side, side);
            using var frame = MadePictures.Drawn(120, 90, (column, row) =>
                column >= hand.X && column < hand.X + side && row >= hand.Y && row < hand.Y + side ? ((byte)255, (byte)255, (byte)255) : ((byte)9, (byte)9, (byte)9));
            if (EmptyPlace.Of(frame, hand, new CropMaker(Side, margin: 2), seed) is not { } place)
                return;
            byte[] pixels = place.Pixels.ToArray();
            int border = (Side - Seen) / 2;
            int shown = Enumerable.Range(0, Seen * Seen).Count(i => pixels[(border + i / Seen) * Side + border + i % Seen] > 128);
            Assert.InRange(shown, 0, 0.06 * Seen * Seen + 3 * Seen);
        }, iter: 200);
    }

    [Fact]
    public void A_hand_that_fills_the_photograph_leaves_no_place()
    {
        using var frame = MadePictures.Drawn(60, 60, (x, y) => ((byte)x, (byte)y, (byte)0));
        Assert.Null(EmptyPlace.Of(frame, frame.Bounds, Maker, seed: 1));
    }

    [Fact]
    public void The_same_seed_finds_the_same_place()
    {
        using var frame = MadePictures.Drawn(160, 120, (x, y) => ((byte)(x * 7), (byte)(y * 5), (byte)(x + y)));
        byte[] Place(int seed) => EmptyPlace.Of(frame, new Box(60, 40, 30, 30), Maker, seed)!.Pixels.ToArray();
        Assert.Equal(Place(3), Place(3));
        Assert.NotEqual(Place(3), Place(4));
    }
}
