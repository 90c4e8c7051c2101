using BenchmarkDotNet.Attributes;
using Fingerspell.Hands;
using Fingerspell.Imaging;

namespace Fingerspell.Benchmarks;

/// <summary>The one preprocessing: a webcam's frame and the tutorial's region → a crop of 28×28 pixels.</summary>
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
}
