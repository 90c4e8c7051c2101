using Fingerspell.Training.Networks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tests.Networks;

[Collection(PyTorchTests.Name)]
public sealed class DenseTests
{
    [Fact]
    public void Lessons_are_said_while_learning_and_never_else()
    {
        using var scope = NewDisposeScope();
        using var dense = new Dense(4, 3, lessons: 2);
        var input = randn(5, 4);
        var learning = dense.call(input);
        Assert.Equal([5L, 5], learning.shape);
        dense.eval();
        var afterwards = dense.call(input);
        Assert.Equal([5L, 3], afterwards.shape);
        Assert.True(learning.narrow(1, 0, 3).allclose(afterwards));
        Assert.Equal([3L, 4], dense.Weight.shape);
        Assert.Equal([3L], dense.Bias.shape);
        Assert.Equal([3L], dense.OutputShape([4]));
    }
}
