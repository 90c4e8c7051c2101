using Fingerspell.Training.Learning;
using TorchSharp.Modules;
using static TorchSharp.torch;
using Adam = Fingerspell.Training.Learning.Adam;

namespace Fingerspell.Training.Tests.Learning;

[Collection(PyTorchTests.Name)]
public sealed class AdamTests
{
    [Fact]
    public void Without_decay_it_goes_where_PyTorchs_Adam_goes() =>
        GoesWhere(network => optim.Adam(network.parameters(), eps: 1e-7), weightDecay: 0);

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.5)]
    public void With_decay_it_goes_where_PyTorchs_AdamW_goes(double weightDecay) =>
        GoesWhere(network => optim.AdamW(network.parameters(), eps: 1e-7, weight_decay: weightDecay), weightDecay);

    [Fact]
    public void Restored_it_goes_on_bit_for_bit()
    {
        using Sequential straight = Network(), before = Network(), after = Network();
        Train(straight, new Adam(straight.parameters(), 0.01), 0, 9);

        var first = new Adam(before.parameters(), 0.01);
        Train(before, first, 0, 5);
        Weights.Restore(after, Weights.Save(before));
        var second = new Adam(after.parameters(), 0.01);
        second.Restore(first.Save());
        Train(after, second, 5, 9);

        Assert.Equal(Weights.Save(straight), Weights.Save(after));
    }

    [Fact]
    public void A_parameter_without_a_gradient_stays()
    {
        using var network = Network();
        byte[] before = Weights.Save(network);
        new Adam(network.parameters(), 0.01).Step(0.1);
        Assert.Equal(before, Weights.Save(network));
    }

    static void GoesWhere(Func<Sequential, OptimizerHelper> other, double weightDecay)
    {
        using Sequential ours = Network(), theirs = Network();
        byte[] start = Weights.Save(ours);
        Train(ours, new Adam(ours.parameters(), weightDecay), 0, 20);
        using var optimizer = other(theirs);
        for (int step = 0; step < 20; step++)
        {
            foreach (var group in optimizer.ParamGroups)
                group.LearningRate = Rate(step);
            Backward(theirs, step);
            optimizer.step();
        }
        Assert.NotEqual(start, Weights.Save(ours));
        float[] expected = Numbers(theirs), actual = Numbers(ours);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-6);
    }

    static void Train(Sequential network, Adam adam, int from, int to)
    {
        for (int step = from; step < to; step++)
        {
            Backward(network, step);
            adam.Step(Rate(step));
        }
    }

    static double Rate(int step) => 1e-2 / (1 + step);

    /// <summary>Leaves the gradients of a loss that is another one each step.</summary>
    static void Backward(Sequential network, int step)
    {
        using var scope = NewDisposeScope();
        random.manual_seed(step);
        network.zero_grad();
        nn.functional.mse_loss(network.call(randn(16, 1, 6, 6)), randn(16, 3)).backward();
    }

    static Sequential Network()
    {
        set_num_threads(1);     // networks this small only wait for each other's threads
        random.manual_seed(7);
        return nn.Sequential(nn.Conv2d(1, 5, 3), nn.ReLU(), nn.Flatten(), nn.Linear(80, 3));
    }

    static float[] Numbers(Sequential network) =>
        [.. network.parameters().SelectMany(parameter => parameter.detach().data<float>().ToArray())];
}
