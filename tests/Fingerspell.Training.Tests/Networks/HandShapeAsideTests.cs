using Fingerspell.Training.Networks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tests.Networks;

[Collection(PyTorchTests.Name)]
public sealed class HandShapeAsideTests
{
    const int Cells = 12;

    [Theory]
    [InlineData(20, 1)]
    [InlineData(0, 1 / 16.0)]
    [InlineData(-20, 0)]
    public void Letters_count_as_much_as_a_hand_is_seen_somewhere(float surest, double weight)
    {
        using var scope = NewDisposeScope();
        using var aside = Aside();
        aside.eval();
        var input = full([1, 1, Cells, Cells], -20f);
        input.narrow(2, 1, 2).narrow(3, 8, 3).fill_(surest);
        float[] letters = [.. aside.Rest.Aggregate(input, (values, layer) => layer.call(values)).data<float>()];
        Assert.Contains(letters, logit => Math.Abs(logit) > 1);
        Assert.Equal(letters.Select(logit => logit * (float)weight), aside.call(input).data<float>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-3);
    }

    [Fact]
    public void While_it_learns_the_letters_are_as_they_are_and_the_shape_is_beside_them()
    {
        using var scope = NewDisposeScope();
        using var aside = Aside();
        aside.train();
        var input = full([1, 1, Cells, Cells], -20f);
        float[] said = [.. aside.call(input).data<float>()];
        Assert.Equal([.. aside.Rest.Aggregate(input, (values, layer) => layer.call(values)).data<float>()], said[..Alphabet.LabelCount]);
        Assert.All(said[Alphabet.LabelCount..], cell => Assert.Equal(-20, cell));
    }

    /// <summary>One that takes its input for the hand's shape itself.</summary>
    static HandShapeAside Aside()
    {
        var aside = new HandShapeAside(1, new Flatten(), new Dense(Cells * Cells, Alphabet.LabelCount));
        using var quick = no_grad();
        aside.Shape.Weight.fill_(1);
        aside.Shape.Bias!.fill_(0);
        return aside;
    }
}
