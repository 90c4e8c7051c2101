using Fingerspell.Training.Evaluation.Words;

namespace Fingerspell.Training.Tests.Evaluation.Words;

public sealed class WordChoiceTests
{
    [Fact]
    public void Words_show_many_letters_and_the_last_has_a_letter_twice()
    {
        string[] words = ["THE", "SENSE", "HOUSE", "LETTER", "PRINT", "HAPPY", "ALPHABETS"];
        Assert.Equal(["HOUSE", "PRINT", "HAPPY"], WordChoice.Of(words, "ABEHILNOPRSTUYT".ToHashSet(), 3));
    }

    [Fact]
    public void Words_with_letters_that_cannot_be_shown_are_left_out() =>
        Assert.Equal(["PRINT"], WordChoice.Of(["HOUSE", "PRINT", "JOINT"], "PRINTOUSE".ToHashSet(), 3));

    [Fact]
    public void Where_there_is_no_word_of_the_wanted_kind_any_is_taken() =>
        Assert.Equal(["LETTER", "HAPPY"], WordChoice.Of(["LETTER", "HAPPY"], "LETRHAPY".ToHashSet(), 3));
}
