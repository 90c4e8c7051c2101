using Fingerspell.Imaging;
using Fingerspell.Showing;

namespace Fingerspell.Tests.Showing;

static class DrawnBounds
{
    /// <summary>The smallest box around everything drawn, or null where nothing is.</summary>
    public static Box? Bounds(this Drawing drawing)
    {
        int[] drawn = [.. Enumerable.Range(0, drawing.Width * drawing.Height).Where(i => drawing.Rgba.Span[i * 4 + 3] > 0)];
        if (drawn.Length == 0)
            return null;
        int left = drawn.Min(i => i % drawing.Width), top = drawn[0] / drawing.Width;
        return new Box(left, top, drawn.Max(i => i % drawing.Width) - left + 1, drawn[^1] / drawing.Width - top + 1);
    }
}
