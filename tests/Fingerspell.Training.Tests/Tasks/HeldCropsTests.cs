using CsCheck;
using Fingerspell.Imaging;
using Fingerspell.Training.Tasks;

namespace Fingerspell.Training.Tests.Tasks;

public sealed class HeldCropsTests
{
    static readonly Box Frame = new(0, 0, 100, 60);

    [Fact]
    public void The_piece_beside_a_hand_is_in_the_farthest_corner()
    {
        Assert.Equal(new Box(80, 40, 20, 20), HeldCrops.Beside(Frame, new Box(5, 5, 20, 20)));
        Assert.Equal(new Box(0, 0, 20, 20), HeldCrops.Beside(Frame, new Box(70, 35, 20, 20)));
    }

    [Fact]
    public void A_hand_that_leaves_no_room_has_nothing_beside_it()
    {
        Assert.Null(HeldCrops.Beside(Frame, new Box(25, 5, 55, 55)));
        Assert.Null(HeldCrops.Beside(Frame, new Box(-10, 0, 70, 70)));
    }

    [Fact]
    public void The_piece_lies_in_the_frame_and_has_no_pixel_of_the_hand() =>
        Gen.Select(Gen.Int[-20, 90], Gen.Int[-20, 50], Gen.Int[5, 60]).Sample((x, y, side) =>
        {
            var hand = new Box(x, y, side, side);
            if (HeldCrops.Beside(Frame, hand) is not { } piece)
                return;
            Assert.Equal(piece, piece.Clip(Frame));
            Assert.Null(piece.Clip(hand));
            Assert.Equal((side, side), (piece.Width, piece.Height));
        });
}
