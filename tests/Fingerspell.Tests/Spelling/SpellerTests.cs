using CsCheck;
using Fingerspell.Spelling;

namespace Fingerspell.Tests.Spelling;

public sealed class SpellerTests
{
    /// <summary>What ten readings a second spell, a character each; a point is no letter. Held for 0.3 s, let go after 0.2 s.</summary>
    static Speller After(string readings)
    {
        var speller = new Speller(TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(0.2));
        for (int i = 0; i < readings.Length; i++)
            speller.Add(TimeSpan.FromSeconds(i) / 10, readings[i] == '.' ? null : readings[i]);
        return speller;
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("....", "")]
    [InlineData("AAA", "")] // from 0.0 to 0.2 s
    [InlineData("AAAA", "A")]
    [InlineData("AAAAAAAAAAAA", "A")]
    [InlineData("AAAABBBB", "AB")]
    [InlineData("AAAABBB", "A")]
    [InlineData("AAABAAA", "")] // broken off before it was held
    [InlineData("AAAABAAAA", "A")] // a misread in between does not type it twice
    [InlineData("AAAA..AAAA", "A")] // from 0.4 to 0.5 s: not let go yet
    [InlineData("LLLL...LLLL", "LL")]
    [InlineData("AAAABBBBAAAA", "ABA")]
    [InlineData("..HHHH.EEEE.LLLL...LLLL.OOOO", "HELLO")]
    public void Letters_held_are_typed_once(string readings, string text) => Assert.Equal(text, After(readings).Text);

    [Fact]
    public void The_held_letter_stays_until_the_hand_is_let_go()
    {
        Assert.Null(After("AAA").Held);
        Assert.Equal('A', After("AAAA").Held);
        Assert.Equal('A', After("AAAA..").Held);
        Assert.Null(After("AAAA...").Held);
        Assert.Equal('B', After("AAAABBBB").Held);
    }

    [Fact]
    public void It_tells_when_something_has_changed()
    {
        var speller = new Speller(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        Assert.False(speller.Add(TimeSpan.FromSeconds(0), 'A'));
        Assert.True(speller.Add(TimeSpan.FromSeconds(1), 'A'));
        Assert.False(speller.Add(TimeSpan.FromSeconds(2), 'A'));
        Assert.False(speller.Add(TimeSpan.FromSeconds(3), null));
        Assert.True(speller.Add(TimeSpan.FromSeconds(4), null));
        Assert.False(speller.Add(TimeSpan.FromSeconds(9), null));
    }

    [Fact]
    public void Only_time_counts_and_not_the_number_of_readings()
    {
        var speller = new Speller();
        for (int i = 0; i < 1000; i++)
            Assert.False(speller.Add(TimeSpan.FromSeconds(0.0005 * i), 'A'));
        Assert.True(speller.Add(Speller.DefaultHold, 'A'));
        Assert.Equal("A", speller.Text);
    }

    [Fact]
    public void The_text_has_no_letter_twice_in_a_row_without_a_release() =>
        Gen.Char["ABC"].List[0, 60].Sample(letters =>
        {
            string text = After(string.Concat(letters)).Text;
            for (int i = 1; i < text.Length; i++)
                Assert.NotEqual(text[i - 1], text[i]);
        });

    [Fact]
    public void Time_does_not_run_backwards()
    {
        var speller = new Speller();
        speller.Add(TimeSpan.FromSeconds(1), 'A');
        Assert.Throws<ArgumentOutOfRangeException>(() => speller.Add(TimeSpan.FromSeconds(0.9), 'A'));
    }
}
