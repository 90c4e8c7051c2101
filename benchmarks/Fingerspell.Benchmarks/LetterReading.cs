using BenchmarkDotNet.Attributes;
using Fingerspell.Imaging;
using Fingerspell.Letters;

namespace Fingerspell.Benchmarks;

/// <summary>Crop → letter with the shipped model: one crop at a time, and many at once.</summary>
[MemoryDiagnoser]
public class LetterReading
{
    const int Many = 1024;

    LetterModel model = null!;
    GrayCrop crop = null!;
    byte[] crops = [];

    [GlobalSetup]
    public void Load()
    {
        model = LetterModel.LoadShipped();
        int pixels = model.Size * model.Size;
        crops = new byte[Many * pixels];
        new Random(1).NextBytes(crops);
        crop = new GrayCrop(model.Size, crops.AsMemory(0, pixels));
    }

    [GlobalCleanup]
    public void Unload() => model.Dispose();

    [Benchmark]
    public char One() => model.Classify(crop)[0].Letter;

    [Benchmark(OperationsPerInvoke = Many)]
    public float Batched() => model.Probabilities(crops)[0];
}
