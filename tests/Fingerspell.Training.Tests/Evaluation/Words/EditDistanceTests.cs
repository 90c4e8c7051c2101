using Fingerspell.Training.Evaluation.Words;

namespace Fingerspell.Training.Tests.Evaluation.Words;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "WORD", 4)]
    [InlineData("WORD", "", 4)]
    [InlineData("WORD", "WORD", 0)]
    [InlineData("KITTEN", "SITTING", 3)]
    [InlineData("SATURDAY", "SUNDAY", 3)]
    [InlineData("AB", "BA", 2)]
    public void Characters_put_in_taken_out_and_replaced_are_counted(string first, string second, int distance)
    {
        Assert.Equal(distance, EditDistance.Between(first, second));
        Assert.Equal(distance, EditDistance.Between(second, first));
    }
}
