using Fingerspell.Training.Evaluation.Words;

namespace Fingerspell.Training.Tests.Evaluation.Words;

public sealed class WordReportTests
{
    // Five letters, one of them missing and the word suggested; and four letters of which nothing is right.
    static readonly WordReport Report = new(
        new("evaluate --words made", "1.0", new Dictionary<string, string> { ["hands"] = "abc" }),
        [new("made", [new("HOUSE", "HUSE", ["HOUSE", "HUES"]), new("SNOW", "", [])])]);

    [Fact]
    public void The_error_rate_of_a_set_is_that_of_all_its_letters()
    {
        Assert.Equal(5.0 / 9, Report.Sets[0].ErrorRate, 12);
        Assert.Equal(4.0 / 9, Report.Sets[0].ErrorRateAccepted, 12);
    }

    [Fact]
    public void A_suggestion_that_is_not_the_word_is_not_accepted() =>
        Assert.Equal(0.2, new SpelledWord("HOUSE", "HUSE", ["HUES", "HOUSE"]).ErrorRateAccepted, 12);

    [Fact]
    public void Tables_say_what_was_read()
    {
        string text = Report.ToMarkdown();
        Assert.Contains("| made |    55.56 % |  44.44 % |      0 of 2 |  1 of 2 |\n", text, StringComparison.Ordinal);
        Assert.Contains("| made | HOUSE | HUSE | HOUSE            |    20.00 % |   0.00 % |\n", text, StringComparison.Ordinal);
        Assert.Contains("| made | SNOW  | –    | –                |   100.00 % | 100.00 % |\n", text, StringComparison.Ordinal);
    }
}
