using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Tests.Imaging;

public sealed class HandMaskTests
{
    [Fact]
    public void Covers_the_hand_and_leaves_its_background()
    {
        using var photo = MadePhotos.Photo('B');
        byte[] mask = HandMask.Of(photo, MadePhotos.Hand, 64, 2)!;
        Assert.All(mask, value => Assert.True(value is 0 or 255));
        Assert.Equal(255, mask[32 * 64 + 32]);
        Assert.Equal(0, mask[0]);
        // The ellipse has 2 × 26 × 21 / 4 × π of the 120 × 120 pixels that are looked at.
        Assert.Equal(Math.PI * 26 * 21 / (120 * 120), mask.Count(value => value > 0) / (64.0 * 64), 0.02);
    }

    [Fact]
    public void Is_the_same_each_time_on_any_thread()
    {
        using var photo = MadePhotos.Photo('A');
        byte[] first = HandMask.Of(photo, MadePhotos.Hand, 64, 2)!;
        var others = new byte[4][];
        Parallel.For(0, others.Length, i => others[i] = HandMask.Of(photo, MadePhotos.Hand, 64, 2)!);
        Assert.All(others, other => Assert.Equal(first, other));
    }

    [Fact]
    public void What_ends_elsewhere_than_the_box_says_is_none()
    {
        using var photo = MadePhotos.Photo('B');
        // A box as of a hand of which fingers were not found.
        var hand = MadePhotos.Hand;
        Assert.NotNull(HandMask.Of(photo, hand with { Width = hand.Width - 1 }, 64, 2));
        Assert.Null(HandMask.Of(photo, hand with { Y = hand.Y - 15, Height = hand.Height + 30 }, 64, 2));
    }

    [Fact]
    public void What_is_no_hands_shape_gives_none()
    {
        using var plain = MadePictures.Plain(80, 120, 120);
        Assert.Null(HandMask.Of(plain, new Box(30, 30, 60, 60), 64, 2));
        Assert.Null(HandMask.Of(plain, plain.Bounds, 64, 1));
    }

    [Fact]
    public void A_box_outside_of_the_photograph_is_refused()
    {
        using var plain = MadePictures.Plain(80, 120, 120);
        Assert.Contains("does not fit the frame", Assert.Throws<FingerspellException>(() => HandMask.Of(plain, new Box(200, 0, 10, 10), 64, 2)).Message);
    }
}
