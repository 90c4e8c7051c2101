using Fingerspell.Training.Learning;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>
/// What shows no hand though it looks as if: a finder stops at things that stand out before their surroundings and at things of
/// skin, and seldom at a wall. Places without a hand show mostly walls, so some are made harder.
/// </summary>
static class NoHand
{
    /// <summary>The shares of places that show a hand in a wrong order, or a thing.</summary>
    const double Scrambled = 0.2, Thing = 0.35;

    const int Tiles = 4, Ellipses = 3;

    // How far a thing's parts lie from its middle, and that from the picture's, which goes from −1 to 1.
    const double Parts = 0.25, Anywhere = 0.8;

    /// <summary>Some of the places as they are, and some others.</summary>
    /// <param name="places">[n, 1, wide, wide]: places without a hand, grey levels 0–255 as float32.</param>
    /// <param name="hands">The same shape: any hands, in the middle.</param>
    /// <returns>The same shape.</returns>
    public static Tensor Vary(Tensor places, Tensor hands)
    {
        long count = places.shape[0];
        if (count == 0)
            return places;
        var chance = empty(count, 1, 1, 1).uniform_(0, 1);
        var isScrambled = chance.lt(zeros_like(chance).Plus(Scrambled));
        var isThing = chance.gt(zeros_like(chance).Plus(1 - Thing));
        return where(isScrambled, Scramble(hands), where(isThing, PutThings(places, zeros(1), zeros(1)), places));
    }

    /// <summary>Hands whose middle is cut into tiles that change places: skin and fingers, and no handshape.</summary>
    internal static Tensor Scramble(Tensor hands)
    {
        long count = hands.shape[0], side = hands.shape[3] / LetterCrops.Surroundings, tile = side / Tiles;
        var middle = LetterCrops.Middle(hands)
            .reshape(count, Tiles, tile, Tiles, tile).permute(0, 1, 3, 2, 4).reshape(count, Tiles * Tiles, tile, tile)
            .index_select(1, randperm(Tiles * Tiles, ScalarType.Int64))
            .reshape(count, Tiles, Tiles, tile, tile).permute(0, 1, 3, 2, 4).reshape(count, 1, side, side);
        return LetterCrops.Surround(middle);
    }

    /// <summary>Windows of rooms with a thing anywhere before each.</summary>
    /// <param name="rooms">[n, channels, side, side], levels 0–255 as float32.</param>
    public static Tensor PutThings(Tensor rooms) => PutThings(
        rooms, Augmentation.Uniform(Anywhere, rooms.shape[0], 1, 1, 1), Augmentation.Uniform(Anywhere, rooms.shape[0], 1, 1, 1));

    /// <summary>Places with a thing before them: some ellipses, filled with what another place shows, lighter or darker.</summary>
    static Tensor PutThings(Tensor places, Tensor middleX, Tensor middleY)
    {
        long count = places.shape[0], wide = places.shape[3];
        var (across, down) = (LetterAugmentation.Across(wide), LetterAugmentation.Down(wide));
        var inside = zeros(count, 1, wide, wide);
        for (int i = 0; i < Ellipses; i++)
        {
            var (x, y) = (across - middleX - Augmentation.Uniform(Parts, count, 1, 1, 1), down - middleY - Augmentation.Uniform(Parts, count, 1, 1, 1));
            var angle = Augmentation.Uniform(Math.PI, count, 1, 1, 1);
            var (sine, cosine) = (angle.sin(), angle.cos());
            var (length, width) = (empty(count, 1, 1, 1).uniform_(0.1, 0.5), empty(count, 1, 1, 1).uniform_(0.05, 0.3));
            var (along, aside) = ((x * cosine).Plus(y * sine) / length, (y * cosine - x * sine) / width);
            var distance = (along * along).Plus(aside * aside);
            inside = inside.maximum(distance.lt(ones_like(distance)).to(ScalarType.Float32));
        }
        var filling = places.roll(1, 0).flip(3).lerp(empty(count, 1, 1, 1).uniform_(0, 255), empty(count, 1, 1, 1).uniform_(0.1, 0.9));
        return places.lerp(filling, LetterAugmentation.Softened(inside));
    }
}
