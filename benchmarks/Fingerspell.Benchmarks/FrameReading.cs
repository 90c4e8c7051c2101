using BenchmarkDotNet.Attributes;
using Fingerspell.Hands;
using Fingerspell.Imaging;

namespace Fingerspell.Benchmarks;

/// <summary>The whole reading road with the shipped models and one thread: a webcam's frame → hand → letter.</summary>
[MemoryDiagnoser]
public class FrameReading
{
    Recognizer recognizer = null!;
    HandModel hands = null!;
    Frame frame = null!;

    [GlobalSetup]
    public void Load()
    {
        recognizer = Recognizer.LoadShipped();
        hands = HandModel.LoadShipped(threads: 1);
        byte[] pixels = new byte[640 * 480 * 3];
        new Random(1).NextBytes(pixels);
        frame = Frame.FromBgr(640, 480, pixels);
    }

    [GlobalCleanup]
    public void Unload()
    {
        frame.Dispose();
        hands.Dispose();
        recognizer.Dispose();
    }

    /// <summary>A look takes as long wherever it is and whatever it sees.</summary>
    [Benchmark]
    public double OneLook() => hands.Look(frame, Window.Around(frame.Bounds)).Score;

    /// <summary>A frame of a video in which the hand is followed.</summary>
    [Benchmark]
    public float TwoLooksAndLetter() => LooksAndLetter(2);

    /// <summary>A frame by itself, in which one place may be the hand.</summary>
    [Benchmark]
    public float FourLooksAndLetter() => LooksAndLetter(4);

    /// <summary>As many looks as asked for, a crop and its letter; in noise the finder itself would stop at the first.</summary>
    float LooksAndLetter(int looks)
    {
        var box = new Box(200, 100, 150, 200);
        for (int i = 0; i < looks; i++)
            hands.Look(frame, Window.Around(box, 2));
        return recognizer.Read(frame, box).Confidence;
    }
}
