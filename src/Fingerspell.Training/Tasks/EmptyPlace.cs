using Fingerspell.Imaging;

namespace Fingerspell.Training.Tasks;

/// <summary>Looks in a photograph for a place that shows no hand: a face, a sleeve, a wall.</summary>
static class EmptyPlace
{
    /// <summary>How many places are looked for in a photograph.</summary>
    public const int Each = 2;

    // Sides as shares of the photograph's longer one, as hands have them.
    const double LeastSide = 0.12, MostSide = 0.6, MostOverlap = 0.06;
    const int Tries = 40, Choice = 6;

    // A crop that has surroundings is moved while training, as far as this much of its place.
    const double Moved = 1.3;

    /// <summary>The place with the most to see of a few that do not show the hand, cut as a hand is; null where there is hardly room for one.</summary>
    /// <param name="frame">The photograph.</param>
    /// <param name="hand">Its hand.</param>
    /// <param name="maker">Cuts it out.</param>
    /// <param name="seed">The same photograph and seed give the same place.</param>
    public static GrayCrop? Of(Frame frame, Box hand, CropMaker maker, int seed)
    {
        var random = new Random(seed);
        List<GrayCrop> places = [];
        for (int i = 0; i < Tries && places.Count < Choice; i++)
        {
            int side = Math.Max(1, (int)(Math.Max(frame.Width, frame.Height) * LeastSide * Math.Pow(MostSide / LeastSide, random.NextDouble())));
            var place = new Box(random.Next(-side / 5, Math.Max(1, frame.Width - side * 4 / 5)), random.Next(-side / 5, Math.Max(1, frame.Height - side * 4 / 5)), side, side);
            var seen = maker.Margin > 1 ? place.ToSquare(Moved) : place;
            if (SharedArea(seen, hand) <= MostOverlap * Math.Min((long)hand.Width * hand.Height, (long)side * side))
                places.Add(maker.Cut(frame, place));
        }
        return places.MaxBy(place => Contrast(place, (int)(place.Size / maker.Margin)));
    }

    static long SharedArea(Box a, Box b) => a.Clip(b) is { } shared ? (long)shared.Width * shared.Height : 0;

    /// <summary>How far the levels of a crop's middle are spread.</summary>
    static double Contrast(GrayCrop crop, int side)
    {
        var pixels = crop.Pixels.Span;
        int border = (crop.Size - side) / 2;
        double sum = 0, squares = 0;
        for (int row = border; row < border + side; row++)
        {
            foreach (byte level in pixels.Slice(row * crop.Size + border, side))
            {
                sum += level;
                squares += level * level;
            }
        }
        return squares - sum * sum / (side * side);
    }
}
