using Fingerspell.Training.Export;

namespace Fingerspell.Training.Tests.Export;

public sealed class ParityTests
{
    [Theory]
    [InlineData(false, new[] { 1f, 3, 2 }, new[] { 1f, 2.9f, 2 })]
    [InlineData(false, new[] { 1f, 3, 2.995f }, new[] { 1f, 2.995f, 3 })]      // as likely as each other
    [InlineData(true, new[] { 1f, 3, 2.98f }, new[] { 1f, 2.98f, 3 })]
    [InlineData(true, new[] { 1f, float.NaN, 2 }, new[] { 1f, 3, 2 })]
    public void Another_letter_is_one_that_the_network_finds_less_likely(bool isOther, float[] network, float[] file) =>
        Assert.Equal(isOther, Parity.IsOther(network, file));
}
