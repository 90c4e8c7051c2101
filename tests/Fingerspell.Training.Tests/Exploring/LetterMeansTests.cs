using Fingerspell.Training.Data;
using Fingerspell.Training.Exploring;

namespace Fingerspell.Training.Tests.Exploring;

public sealed class LetterMeansTests
{
    static DatasetSplit Split(params (byte Label, byte Gray)[] rows) => new(
        "train",
        [.. rows.Select(row => row.Label)],
        (byte[])[.. rows.SelectMany(row => Enumerable.Repeat(row.Gray, DatasetSplit.PixelsPerRow))]);

    [Fact]
    public void The_rows_of_each_letter_that_has_some_are_averaged()
    {
        var means = LetterMeans.Of(Split((24, 10), (1, 100), (24, 21), (24, 30), (1, 103)));

        Assert.Equal([('B', 2), ('Y', 3)], means.Select(mean => (mean.Letter, mean.Rows)));
        // 101.5 and 20⅓, rounded half to even.
        Assert.All(means[0].Mean, pixel => Assert.Equal(102, pixel));
        Assert.All(means[1].Mean, pixel => Assert.Equal(20, pixel));
    }

    [Fact]
    public void All_24_letters_are_counted_in_alphabetical_order()
    {
        var counts = Split((10, 0), (8, 0), (10, 0)).LetterCounts();
        Assert.Equal(Alphabet.StaticLetters, string.Concat(counts.Select(count => count.Letter)));
        Assert.Equal([('I', 1), ('K', 2)], counts.Where(count => count.Rows > 0));
    }
}
