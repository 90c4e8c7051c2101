namespace Fingerspell.Tests;

public sealed class AlphabetTests
{
    [Fact]
    public void The_static_letters_are_A_to_Y_without_J()
    {
        var expected = Enumerable.Range(0, 26).Where(Alphabet.IsStatic).Select(Alphabet.LetterOf);
        Assert.Equal(Alphabet.StaticLetters, string.Concat(expected));
        Assert.Equal(24, Alphabet.StaticLetters.Length);
        Assert.False(Alphabet.IsStatic(9));
        Assert.False(Alphabet.IsStatic(25));
    }

    [Theory]
    [InlineData('A', 0)]
    [InlineData('K', 10)]
    [InlineData('Y', 24)]
    public void Letters_and_labels_are_each_others_inverse(char letter, int label)
    {
        Assert.Equal(label, Alphabet.LabelOf(letter));
        Assert.Equal(letter, Alphabet.LetterOf(label));
    }

    [Fact]
    public void What_is_not_a_letter_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Alphabet.LabelOf('a'));
        Assert.Throws<ArgumentOutOfRangeException>(() => Alphabet.LetterOf(26));
    }
}
