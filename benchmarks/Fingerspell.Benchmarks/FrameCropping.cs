using BenchmarkDotNet.Attributes;
using Fingerspell.Hands;
using Fingerspell.Imaging;

namespace Fingerspell.Benchmarks;

/// <summary>The preprocessing of a webcam's frame: a letter model's crop of the tutorial's region, a hand model's first look.</summary>
[MemoryDiagnoser]
public class FrameCropping
{
    readonly CropMaker cropMaker = new(28);
    Frame frame = null!;

    [GlobalSetup]
    public void Load()
    {
        byte[] pixels = new byte[640 * 480 * 3];
        new Random(1).NextBytes(pixels);
        frame = Frame.FromBgr(640, 480, pixels);
    }

    [GlobalCleanup]
    public void Unload() => frame.Dispose();

    [Benchmark]
    public GrayCrop Cut() => cropMaker.Cut(frame, FixedRegion.Default);

    [Benchmark]
    public byte[] Look() => Window.Around(frame.Bounds).Cut(frame, 160);
}
