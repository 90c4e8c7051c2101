using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using Fingerspell.Training.Tasks;
using Fingerspell.Training.Tests.Learning;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tests.Networks;

[Collection(PyTorchTests.Name)]
public sealed class MixedPrecisionTests
{
    [Fact]
    public void Within_the_network_numbers_are_bfloat16_while_it_learns_and_what_it_says_has_32_bits()
    {
        using var scope = NewDisposeScope();
        var (network, _) = Two();
        List<ScalarType> within = [];
        foreach (var block in network.modules().OfType<ConvBatchNormalization>())
            block.register_forward_hook((_, _, output) =>
            {
                within.Add(output.dtype);
                return output;
            });

        network.train();
        Assert.Equal(ScalarType.Float32, network.call(Crops()).dtype);
        Assert.All(within, type => Assert.Equal(ScalarType.BFloat16, type));

        within.Clear();
        network.eval();
        network.call(Crops());
        Assert.All(within, type => Assert.Equal(ScalarType.Float32, type));
    }

    [Fact]
    public void Gradients_have_32_bits_and_point_where_those_of_32_bits_do()
    {
        using var scope = NewDisposeScope();
        var (mixed, whole) = Two();
        foreach (var network in new[] { mixed, whole })
        {
            random.manual_seed(2);      // the same numbers are dropped
            nn.functional.cross_entropy(network.call(Crops()), arange(8, ScalarType.Int64)).backward();
        }
        foreach (var (one, other) in mixed.parameters().Zip(whole.parameters()))
        {
            Assert.Equal(ScalarType.Float32, one.grad!.dtype);
            var (a, b) = (one.grad!.flatten(), other.grad!.flatten());
            if (b.norm().item<float>() > 1e-4)
                Assert.InRange((a * b).sum().item<float>() / (a.norm().item<float>() * b.norm().item<float>()), 0.97, 1.0001);
        }
    }

    [Fact]
    public void It_reads_as_a_network_of_32_bits_reads()
    {
        using var scope = NewDisposeScope();
        var (mixed, whole) = Two();
        mixed.eval();
        whole.eval();
        Assert.Equal(whole.call(Crops()).data<float>().ToArray(), mixed.call(Crops()).data<float>().ToArray());
    }

    [Fact]
    public void The_same_seed_gives_the_same_weights_bit_for_bit()
    {
        var options = Recipe.For("residual") with { Epochs = 2, BatchSize = 4, Threads = 1, MixedPrecision = true };
        Assert.Equal(Learned(options), Learned(options));
        Assert.NotEqual(Learned(options), Learned(options with { MixedPrecision = false }));
    }

    static byte[] Learned(TrainOptions options)
    {
        using var task = new RowTask(options, MadeData.Split(8), null);
        using var trained = Trainer.Train(options, task, null, new Watcher(), TestContext.Current.CancellationToken);
        return Weights.Save(trained.Network);
    }

    /// <summary>Two networks with the same weights, of which the first learns in bfloat16.</summary>
    static (Network Mixed, Network Whole) Two()
    {
        random.manual_seed(1);
        var mixed = NetworkCatalog.Create("residual");
        random.manual_seed(1);
        var whole = NetworkCatalog.Create("residual");
        mixed.LearnInBFloat16();
        return (mixed, whole);
    }

    static Tensor Crops() => linspace(0, 255, 8 * 28 * 28).view(8, 1, 28, 28).cos().abs() * 255;
}
