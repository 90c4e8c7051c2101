using Fingerspell.Training;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;
using static TorchSharp.torch;

namespace Fingerspell.Benchmarks.Once;

/// <summary>
/// A step of each network that is shipped, forward and backward, with its recipe's batch and two threads, in 32 bits and in bfloat16 in turn. Medians of 20, in
/// milliseconds. Making the batch comes on top, and is the same in both.
/// </summary>
static class StepTimes
{
    const int Repetitions = 20;

    public static void Run()
    {
        NativeHeap.KeepLargeBlocks();
        foreach (string name in NetworkCatalog.Names.Except(NetworkCatalog.OfRows))
        {
            OneDnn.RequireRightConvolutions(Recipe.For(name) with { MixedPrecision = true, Threads = 2 });
            using var scope = NewDisposeScope();
            using Network whole = Learning(name), mixed = Learning(name);
            mixed.LearnInBFloat16();
            var pictures = rand(Recipe.For(name).BatchSize, whole.Channels, whole.Side, whole.Side).Times(byte.MaxValue);
            List<double> inWhole = [], inMixed = [];
            for (int i = 0; i < Repetitions; i++)
            {
                inWhole.AddRange(Clock.Milliseconds(1, () => Step(whole, pictures)));
                inMixed.AddRange(Clock.Milliseconds(1, () => Step(mixed, pictures)));
            }
            Clock.Say($"{name}, 32 bits, ms", Clock.Median([.. inWhole]));
            Clock.Say($"{name}, bfloat16, ms", Clock.Median([.. inMixed]));
        }
    }

    static Network Learning(string name)
    {
        var network = NetworkCatalog.Create(name);
        network.train();
        return network;
    }

    static void Step(Network network, Tensor pictures)
    {
        using var scope = NewDisposeScope();
        network.zero_grad();
        network.call(pictures).square().mean().backward();
    }
}
