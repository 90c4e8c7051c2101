using System.Diagnostics;
using Fingerspell.Training;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using static TorchSharp.torch;

namespace Fingerspell.Benchmarks.Once;

/// <summary>
/// Where a step of the tutorial's network goes, two threads, batch 128: each layer forward and backward by itself, given what
/// the layer before it makes. Medians of 20, in milliseconds.
/// </summary>
static class LayerTimes
{
    const int Batch = 128, Repetitions = 20;

    public static void Run()
    {
        set_num_threads(2);
        NativeHeap.KeepLargeBlocks();
        random.manual_seed(1);
        using var network = NetworkCatalog.Create("tutorial");
        network.train();
        using var scope = NewDisposeScope();
        var input = Normalise.Pixels(rand(Batch, 1, 28, 28).Times(255), network.Normalisation);
        double whole = 0;
        foreach (var (number, layer) in network.Layers.Index())
        {
            var (forward, backward) = Measure(layer, input, isFirst: number == 0);
            Clock.Say($"{number + 1} {layer.Kind} [{string.Join(",", input.shape[1..])}], forward ms", forward);
            Clock.Say($"{number + 1} {layer.Kind}, backward ms", backward);
            whole += forward + backward;
            input = layer.call(input).detach();
        }
        Clock.Say("layers together, ms a step", whole);
        Clock.Say("optimiser, ms a step", Optimiser(network));
    }

    /// <summary>Pictures have no gradient, so the first layer computes none.</summary>
    static (double Forward, double Backward) Measure(Layer layer, Tensor input, bool isFirst)
    {
        double[] forward = new double[Repetitions], backward = new double[Repetitions];
        for (int i = -2; i < Repetitions; i++)
        {
            using var scope = NewDisposeScope();
            var given = input.detach().requires_grad_(!isFirst);
            var watch = Stopwatch.StartNew();
            var output = layer.call(given);
            double first = watch.Elapsed.TotalMilliseconds;
            var gradient = ones_like(output);
            watch.Restart();
            output.backward([gradient]);
            if (i >= 0)
                (forward[i], backward[i]) = (first, watch.Elapsed.TotalMilliseconds);
        }
        return (Clock.Median(forward), Clock.Median(backward));
    }

    static double Optimiser(Network network)
    {
        var adam = new Adam(network.parameters(), 0);
        return Clock.Median(Clock.Milliseconds(Repetitions, () => adam.Step(1e-6)));
    }
}
