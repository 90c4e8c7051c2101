using Fingerspell.Imaging;
using Fingerspell.Showing;

namespace Fingerspell.Benchmarks.Once;

/// <summary>A single frame → letter, the hand looked for anew, over the frame's size; one thread.</summary>
static class FrameSizes
{
    public static void Run()
    {
        using var recognizer = Recognizer.LoadShipped(threads: 1);
        var look = new HandLook { Background = new Rgb(120, 130, 140), Span = 520, Samples = 1 };
        foreach (var (width, height) in (ReadOnlySpan<(int, int)>)[(320, 240), (640, 480), (1280, 720), (1920, 1080), (3840, 2160)])
        {
            using Frame frame = HandDrawing.Render(LetterMotion.At('L', 0), look, width, height).ToFrame(look.Background!.Value);
            Clock.Say($"{width}x{height} ms", Clock.Median(Clock.Milliseconds(40, () => recognizer.Read(frame))));
            Clock.Say($"{width}x{height} peak MiB", Clock.PeakMiB());
        }
    }
}
