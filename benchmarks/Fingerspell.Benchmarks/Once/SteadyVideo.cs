using Fingerspell.Imaging;
using Fingerspell.Showing;

namespace Fingerspell.Benchmarks.Once;

/// <summary>
/// The whole reading road on a steady video of the drawn hand, one thread: what each frame takes and leaves on the managed heap.
/// </summary>
static class SteadyVideo
{
    const int Frames = 90, Passes = 5;

    public static void Run(int width, int height)
    {
        using var recognizer = Recognizer.LoadShipped(threads: 1);
        var stream = recognizer.ForStream();
        var frames = Draw(width, height);
        int letters = frames.Count(frame => stream.Read(frame).Letter is not null);
        var times = new List<double>();
        long allocated = 0;
        for (int pass = 0; pass < Passes; pass++)
        {
            foreach (var frame in frames)
            {
                long before = GC.GetAllocatedBytesForCurrentThread(), start = System.Diagnostics.Stopwatch.GetTimestamp();
                stream.Read(frame);
                times.Add(System.Diagnostics.Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            }
        }
        frames.ForEach(frame => frame.Dispose());
        Clock.Say("median ms", Clock.Median([.. times]));
        Clock.Say("p95 ms", Clock.Quantile([.. times], 0.95));
        Clock.Say("bytes a frame", (double)allocated / times.Count);
        Clock.Say("frames with a letter", (double)letters / frames.Count);
    }

    /// <summary>A word that the shipped models read, spelled before a plain background by a hand a third as wide as the picture.</summary>
    static List<Frame> Draw(int width, int height)
    {
        var motion = new SpellingMotion("CLAY");
        var look = new HandLook { Background = new Rgb(120, 130, 140), Span = 520, Samples = 1, Lines = 0.2f };
        return [.. Enumerable.Range(0, Frames).Select(i =>
            HandDrawing.Render(motion.At(motion.Duration * i / Frames).Pose, look, width, height).ToFrame(look.Background!.Value))];
    }
}
