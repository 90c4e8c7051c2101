using CsCheck;
using Fingerspell.Hands;
using Fingerspell.Imaging;

namespace Fingerspell.Tests.Hands;

public sealed class HandSightingTests
{
    const int Grid = 20;
    const float Never = -30;

    [Fact]
    public void One_sure_cell_gives_its_own_box()
    {
        var output = new Output();
        output.Set(row: 10, column: 5, logit: 2, left: 0.1f, top: 0.2f, right: 0.05f, bottom: 0.15f);
        var sighting = output.Read();
        Assert.Equal(1 / (1 + Math.Exp(-2)), sighting.Score, 1e-6);
        // The cell's centre is at 5.5/20, 10.5/20.
        Equal(new RelativeBox(0.275 - 0.1, 0.525 - 0.2, 0.275 + 0.05, 0.525 + 0.15), sighting.Box);
    }

    [Fact]
    public void Neighbours_weigh_what_they_are_sure_of_and_others_nothing()
    {
        var output = new Output();
        output.Set(10, 5, logit: 1, 0.1f, 0.1f, 0.1f, 0.1f);
        output.Set(10, 6, logit: 0, 0.2f, 0.1f, 0.1f, 0.1f);
        output.Set(10, 7, logit: 0.9f, 5, 5, 5, 5);
        var sighting = output.Read();
        double best = 1 / (1 + Math.Exp(-1)), neighbour = 0.5;
        Assert.Equal(best, sighting.Score, 1e-6);
        Assert.Equal((best * (0.275 - 0.1) + neighbour * (0.325 - 0.2)) / (best + neighbour), sighting.Box.Left, 1e-6);
        Assert.Equal((best * (0.275 + 0.1) + neighbour * (0.325 + 0.1)) / (best + neighbour), sighting.Box.Right, 1e-6);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 19)]
    [InlineData(19, 0)]
    [InlineData(19, 19)]
    [InlineData(0, 7)]
    [InlineData(7, 19)]
    public void At_an_edge_the_neighbours_beyond_it_are_none_of_the_other_side(int row, int column)
    {
        var output = new Output();
        output.Set(row, column, logit: 5, 0.1f, 0.1f, 0.1f, 0.1f);
        // What would be met by stepping over the edge in memory.
        for (int other = 0; other < Grid; other++)
        {
            if (Math.Abs(other - row) > 1)
                output.Set(other, Grid - 1 - column, logit: 4, 9, 9, 9, 9);
        }
        double x = (column + 0.5) / Grid, y = (row + 0.5) / Grid;
        Equal(new RelativeBox(x - 0.1, y - 0.1, x + 0.1, y + 0.1), output.Read().Box);
    }

    [Fact]
    public void Of_cells_that_are_as_sure_the_first_one_in_reading_order_is_taken()
    {
        var output = new Output();
        output.Set(12, 3, logit: 3, 0.1f, 0.1f, 0.1f, 0.1f);
        output.Set(4, 15, logit: 3, 0.1f, 0.1f, 0.1f, 0.1f);
        output.Set(4, 18, logit: 3, 0.1f, 0.1f, 0.1f, 0.1f);
        Equal(new RelativeBox(0.775 - 0.1, 0.225 - 0.1, 0.775 + 0.1, 0.225 + 0.1), output.Read().Box);
    }

    [Theory]
    [InlineData(-1e30f, 0)]
    [InlineData(-2000, 0)]
    [InlineData(0, 0.5)]
    [InlineData(2000, 1)]
    public void However_sure_or_unsure_score_and_box_are_numbers(float logit, double score)
    {
        var sighting = HandSighting.Read([logit, 0.5f, 0.5f, 0.5f, 0.5f], 1);
        Assert.Equal(score, sighting.Score, 1e-12);
        Equal(new RelativeBox(0, 0, 1, 1), sighting.Box);
    }

    [Fact]
    public void Where_all_cells_see_the_same_box_it_is_that_one() =>
        Gen.Select(Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[0.01, 1], Gen.Double[0.01, 1], Gen.Float[-6, 6].Array[Grid * Grid])
            .Sample((left, top, width, height, logits) =>
            {
                var output = new Output();
                for (int i = 0; i < logits.Length; i++)
                {
                    double x = (i % Grid + 0.5) / Grid, y = (i / Grid + 0.5) / Grid;
                    output.Set(i / Grid, i % Grid, logits[i],
                        (float)(x - left), (float)(y - top), (float)(left + width - x), (float)(top + height - y));
                }
                Equal(new RelativeBox(left, top, left + width, top + height), output.Read().Box);
            }, iter: 50);

    [Fact]
    public void Several_hands_are_read_likeliest_first_each_once_and_none_below_the_threshold()
    {
        var output = new Output();
        output.Set(4, 4, logit: 1, 0.1f, 0.1f, 0.1f, 0.1f);
        output.Set(12, 14, logit: 3, 0.1f, 0.1f, 0.1f, 0.1f);
        output.Set(12, 15, logit: 2.5f, 0.15f, 0.1f, 0.05f, 0.1f);     // the same hand
        output.Set(18, 2, logit: -2, 0.1f, 0.1f, 0.1f, 0.1f);
        var found = output.ReadSeveral(threshold: 0.5, most: 3);
        Assert.Equal([3.0, 1.0], found.Select(hand => Math.Round(Math.Log(hand.Score / (1 - hand.Score)), 6)));
        Equal(output.Read().Box, found[0].Box);
        Equal(new RelativeBox(0.225 - 0.1, 0.225 - 0.1, 0.225 + 0.1, 0.225 + 0.1), found[1].Box);
        Assert.Single(output.ReadSeveral(threshold: 0.5, most: 1));
        Assert.Empty(output.ReadSeveral(threshold: 0.99, most: 3));
        Assert.Equal(3, output.ReadSeveral(threshold: 0.1, most: 3).Count);
    }

    [Fact]
    public void However_many_are_asked_for_there_are_no_more_than_cells() =>
        Assert.Equal(4, HandSighting.ReadSeveral(new float[5 * 4], grid: 2, threshold: 0.5, most: 9).Count);

    [Fact]
    public void Numbers_of_another_grid_are_refused()
    {
        Assert.Throws<ArgumentException>(() => HandSighting.Read(new float[5 * Grid * Grid - 1], Grid));
        Assert.Throws<ArgumentException>(() => HandSighting.Read([], 0));
    }

    static void Equal(RelativeBox expected, RelativeBox actual)
    {
        Assert.Equal(expected.Left, actual.Left, 1e-6);
        Assert.Equal(expected.Top, actual.Top, 1e-6);
        Assert.Equal(expected.Right, actual.Right, 1e-6);
        Assert.Equal(expected.Bottom, actual.Bottom, 1e-6);
    }

    /// <summary>What a network says that sees no hand, until it is told to.</summary>
    sealed class Output
    {
        readonly float[] numbers = [.. Enumerable.Range(0, 5 * Grid * Grid).Select(i => i < Grid * Grid ? Never : 0)];

        public void Set(int row, int column, float logit, float left, float top, float right, float bottom)
        {
            float[] said = [logit, left, top, right, bottom];
            for (int plane = 0; plane < said.Length; plane++)
                numbers[(plane * Grid + row) * Grid + column] = said[plane];
        }

        public HandSighting Read() => HandSighting.Read(numbers, Grid);

        public IReadOnlyList<HandSighting> ReadSeveral(double threshold, int most) => HandSighting.ReadSeveral(numbers, Grid, threshold, most);
    }
}
