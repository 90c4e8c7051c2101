using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class ConfusionTests
{
    [Fact]
    public void The_most_frequent_come_first_with_their_surest_rows_first()
    {
        // M (12) read as N (13) in rows 1 and 2, A (0) as S (18) in row 4.
        var predictions = MadePredictions.Of(
            [12, 12, 12, 13, 0], [12, 13, 13, 13, 18], row => row == 2 ? 0.95f : 0.6f);
        var confusions = Confusion.Of(predictions);

        Assert.Equal([(12, 13, 2), (0, 18, 1)], confusions.Select(c => ((int)c.Label, (int)c.Read, c.Count)));
        Assert.Equal([2, 1], confusions[0].Rows);
        Assert.Equal(2.0 / 3, confusions[0].Rate);
    }

    [Fact]
    public void Nothing_misread_gives_none() => Assert.Empty(Confusion.Of(MadePredictions.Of([1, 2], [1, 2])));
}
