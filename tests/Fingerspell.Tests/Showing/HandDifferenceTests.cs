using Fingerspell.Showing;

namespace Fingerspell.Tests.Showing;

public sealed class HandDifferenceTests
{
    const string All = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    static IEnumerable<(char Wanted, char Read)> Pairs =>
        from wanted in All from read in All where wanted != read select (wanted, read);

    [Fact]
    public void Every_two_letters_differ_in_something_that_can_be_said()
    {
        Assert.All(Pairs, pair => Assert.Matches("^[A-Z][^.]+, not [^.]+[.]$", HandDifference.Between(pair.Wanted, pair.Read)));
    }

    [Fact]
    public void The_other_way_round_it_is_another_sentence()
    {
        Assert.All(Pairs, pair => Assert.NotEqual(
            HandDifference.Between(pair.Wanted, pair.Read), HandDifference.Between(pair.Read, pair.Wanted)));
    }

    [Fact]
    public void A_letter_does_not_differ_from_itself()
    {
        Assert.All(All, letter => Assert.Null(HandDifference.Between(letter, char.ToLowerInvariant(letter))));
        Assert.Throws<ArgumentOutOfRangeException>(() => HandDifference.Between('A', '?'));
    }

    [Theory]
    [InlineData('A', 'S', "The thumb: upright beside the fist, not across the front of the fingers.")]
    [InlineData('S', 'A', "The thumb: across the front of the fingers, not upright beside the fist.")]
    [InlineData('U', 'V', "Index and middle finger: side by side, not spread apart.")]
    [InlineData('Z', 'D', "Z is drawn in the air, not held still as D is.")]
    [InlineData('I', 'J', "I is held still, not drawn in the air as J is.")]
    [InlineData('B', 'S', "All four fingers: stretched, not folded.")]
    [InlineData('W', 'V', "The ring finger: stretched, not folded.")]
    public void What_is_said_is_what_differs(char wanted, char read, string sentence)
    {
        Assert.Equal(sentence, HandDifference.Between(wanted, read));
    }
}
