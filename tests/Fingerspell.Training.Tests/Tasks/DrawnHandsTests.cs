using Fingerspell.Imaging;
using Fingerspell.Training.Tasks;

namespace Fingerspell.Training.Tests.Tasks;

public sealed class DrawnHandsTests
{
    const int Count = 26, Side = 64, Pixels = Side * Side;
    static readonly CropMaker Maker = new(Side, 2);

    [Fact]
    public void Every_letter_comes_in_turn_and_the_same_hands_come_again()
    {
        var (labels, crops, masks) = Draw();
        Assert.Equal(Enumerable.Range(0, Count).Select(i => (byte)Alphabet.LabelOf(Alphabet.StaticLetters[i % 24])), labels);
        var again = Draw();
        Assert.Equal(crops, again.Crops);
        Assert.Equal(masks, again.Masks);
        // The second A is another person's.
        Assert.NotEqual(crops[..Pixels], crops[(24 * Pixels)..(25 * Pixels)]);
    }

    [Fact]
    public void The_hand_fills_the_middle_half_and_only_the_forearm_goes_on_to_the_border()
    {
        var (_, _, masks) = Draw();
        for (int i = 0; i < Count; i++)
        {
            byte[] mask = masks[(i * Pixels)..((i + 1) * Pixels)];
            var inside = Rows(mask, Side / 4, 3 * Side / 4);
            Assert.InRange(inside.Average(level => level / 255.0), 0.1, 0.9);
            // A tenth more than the middle half: what is seen at its sides is a forearm, no more than a third of the border.
            int low = Side / 4 - 4, high = 3 * Side / 4 + 3;
            double border = Enumerable.Range(low, high - low + 1)
                .SelectMany(at => new[] { mask[low * Side + at], mask[high * Side + at], mask[at * Side + low], mask[at * Side + high] })
                .Average(level => level / 255.0);
            Assert.InRange(border, 0, 0.34);
        }
    }

    static IEnumerable<byte> Rows(byte[] mask, int low, int high) =>
        from y in Enumerable.Range(low, high - low)
        from x in Enumerable.Range(low, high - low)
        select mask[y * Side + x];

    static (byte[] Labels, byte[] Crops, byte[] Masks) Draw()
    {
        byte[] crops = new byte[Count * Pixels], masks = new byte[Count * Pixels];
        return (DrawnHands.Draw(Count, Maker, crops, masks, TestContext.Current.CancellationToken), crops, masks);
    }
}
