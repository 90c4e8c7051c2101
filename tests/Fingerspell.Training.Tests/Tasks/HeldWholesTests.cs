using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Tasks;

namespace Fingerspell.Training.Tests.Tasks;

public sealed class HeldWholesTests
{
    [Fact]
    public void A_hand_is_taken_out_of_a_picture_whose_colours_stay()
    {
        // A white hand in a room of one colour, in a picture that is twice as wide as high.
        var hand = new Box(80, 40, 60, 50);
        (byte Blue, byte Green, byte Red) room = (50, 100, 200);
        using var frame = MadePictures.Drawn(320, 160, (x, y) =>
            x >= 80 && x < 140 && y >= 40 && y < 90 ? ((byte)255, (byte)255, (byte)255) : room);
        using var without = HeldWholes.WithoutHand(frame, hand);
        Assert.Equal((320, 320), (without.Width, without.Height));
        byte[] pixels = without.ToBgr();
        for (int y = 90; y < 230; y++)      // the picture lies in the middle of the square
        {
            for (int x = 0; x < 320; x++)
            {
                var seen = pixels.AsSpan((y * 320 + x) * 3, 3);
                Assert.True(Math.Abs(seen[0] - room.Blue) <= 1 && Math.Abs(seen[1] - room.Green) <= 1 && Math.Abs(seen[2] - room.Red) <= 1,
                    $"{seen[0]} {seen[1]} {seen[2]} at {x}, {y}");
            }
        }
    }

    [Fact]
    public void What_lies_beside_a_hand_shows_nothing_of_it_and_is_not_narrow()
    {
        // Of 300×200: 60 is the least. Left 100 − 3, right 300 − 143; above 80 − 5, below 50.
        Box frame = new(0, 0, 300, 200), hand = new(100, 80, 40, 65);
        var sides = HeldWholes.BesideHand(frame, hand).ToList();
        Assert.Equal([new Box(0, 0, 97, 200), new Box(143, 0, 157, 200), new Box(0, 0, 300, 75)], sides);
        Assert.All(sides, side => Assert.Equal(0, side.Overlap(hand)));
    }

    [Fact]
    public void Nothing_lies_beside_a_hand_that_fills_the_picture_or_goes_beyond_it() =>
        Assert.Empty(HeldWholes.BesideHand(new(0, 0, 300, 200), new(-5, -5, 310, 220)));
}
