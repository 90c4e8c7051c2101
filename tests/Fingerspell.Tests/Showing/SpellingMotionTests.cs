using Fingerspell.Showing;

namespace Fingerspell.Tests.Showing;

public sealed class SpellingMotionTests
{
    [Fact]
    public void Every_letter_has_a_shape_and_words_of_its_own()
    {
        string all = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
        Assert.Equal(all, string.Concat(all.Select(letter => ManualAlphabet.Of(letter).Letter)));
        Assert.Equal(26, all.Select(letter => ManualAlphabet.Of(letter).Words).Distinct().Count());
        Assert.Same(ManualAlphabet.Of('Q'), ManualAlphabet.Of('q'));
        Assert.Throws<ArgumentOutOfRangeException>(() => ManualAlphabet.Of('É'));
    }

    [Theory]
    [InlineData("?")]
    [InlineData("A?")]
    [InlineData("?A")]
    [InlineData(" ")]
    public void Another_sign_is_refused_at_once(string text) => Assert.ThrowsAny<ArgumentException>(() => new SpellingMotion(text));

    [Fact]
    public void Letters_are_held_and_reached_one_after_the_other()
    {
        var motion = new SpellingMotion("ab");
        Assert.Equal(2.2, motion.Duration, 1e-9);
        Assert.Equal((ManualAlphabet.Of('A').Pose, 0), motion.At(0.89));
        Assert.Equal((ManualAlphabet.Of('B').Pose, 1), motion.At(1.31));
        Assert.Equal((ManualAlphabet.Of('B').Pose, 1), motion.At(99));
        var (between, letter) = motion.At(1.1);
        Assert.Equal(-1, letter);
        float half = (ManualAlphabet.Of('A').Pose.Shape.Ring.Middle + ManualAlphabet.Of('B').Pose.Shape.Ring.Middle) / 2;
        Assert.Equal(half, between.Shape.Ring.Middle, 0.1f);
    }

    [Fact]
    public void A_double_letter_is_dipped_and_at_a_space_the_hand_leaves()
    {
        var twice = new SpellingMotion("LL");
        Assert.True(twice.At(1.2).Pose.Place.Y < twice.At(0.5).Pose.Place.Y - 100);
        Assert.Equal(twice.At(0.5).Pose, twice.At(1.6).Pose);

        var apart = new SpellingMotion("A B");
        var away = apart.At(1.9);
        Assert.Equal(-1, away.Letter);
        Assert.Null(HandDrawing.Render(away.Pose, new HandLook { Samples = 1 }, 40).Bounds());
        Assert.Equal(2, apart.At(apart.Duration).Letter);
    }

    [Fact]
    public void J_goes_down_and_round_to_the_thumbs_side()
    {
        var path = Enumerable.Range(0, 41).Select(i => LetterMotion.Tip('J', i / 40f, new HandLook())).ToArray();
        int lowest = Array.IndexOf(path, path.MinBy(point => point.Y));
        Assert.InRange(lowest, 12, 32);
        Assert.True(path[0].Y - path[lowest].Y > 60, "down");
        Assert.True(path[40].Y - path[lowest].Y > 15, "and up again");
        Assert.True(path[40].X - path[0].X > 60, "to the watcher's right");
        // As the signer sees it, it is the printed letter: its hook goes to the left.
        var own = LetterMotion.Tip('J', 1, new HandLook { SeenBy = Viewer.Signer });
        Assert.True(own.X < LetterMotion.Tip('J', 0, new HandLook { SeenBy = Viewer.Signer }).X - 60);
    }

    [Fact]
    public void Z_is_the_printed_letter_for_the_signer()
    {
        var look = new HandLook { SeenBy = Viewer.Signer };
        System.Numerics.Vector2[] corners = [Corner(0), Corner(0.36f), Corner(0.66f), Corner(1)];
        Assert.True(corners[1].X - corners[0].X > 50, "to the right");
        Assert.True(corners[2].X - corners[1].X < -50, "back");
        Assert.True(corners[1].Y - corners[2].Y > 40, "and down");
        Assert.True(corners[3].X - corners[2].X > 50, "to the right again");
        Assert.InRange(Math.Abs(corners[3].Y - corners[2].Y), 0, 20);

        System.Numerics.Vector2 Corner(float share) => LetterMotion.Tip('Z', share, look);
    }

    [Fact]
    public void A_sheet_has_a_hand_and_a_printed_letter_for_each_letter()
    {
        var sheet = LetterSheet.Render("a iz", new HandLook { Samples = 1 }, 60);
        Assert.Equal((3 * 60 + 20, 60 + 12), (sheet.Width, sheet.Height));
        bool IsDrawn(int left, int top, int width, int height) => Enumerable.Range(0, width * height)
            .Any(i => sheet.Rgba.Span[((top + i / width) * sheet.Width + left + i % width) * 4 + 3] > 128);
        foreach (int left in (int[])[0, 80, 140])
        {
            Assert.True(IsDrawn(left, 0, 60, 60));
            Assert.True(IsDrawn(left, 60, 60, 12));
        }
        Assert.False(IsDrawn(60, 0, 20, 72));
        Assert.Throws<ArgumentException>(() => LetterSheet.Render(" ", new HandLook(), 60));
        Assert.Throws<ArgumentOutOfRangeException>(() => LetterSheet.Render("A", new HandLook(), 15));
        Assert.Throws<ArgumentOutOfRangeException>(() => LetterSheet.Render("A", new HandLook(), HandDrawing.LargestSide + 1));
        Assert.Throws<ArgumentException>(() => LetterSheet.Render(new string('A', 1_000_000), new HandLook(), HandDrawing.LargestSide));
    }
}
