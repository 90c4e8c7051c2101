using Fingerspell.Hands;
using Fingerspell.Imaging;

namespace Fingerspell.Web.Tests;

/// <summary>Finds what is bright in the middle row of a frame, and keeps where.</summary>
sealed class BrightHands : IHandFinder
{
    /// <summary>Where it was in the last frame.</summary>
    public Box? Last { get; private set; }

    public IReadOnlyList<HandPlace> Places(Frame frame)
    {
        var row = frame.ToBgr().AsSpan(frame.Height / 2 * frame.Width * 3, frame.Width * 3);
        int first = row.IndexOfAnyInRange((byte)100, byte.MaxValue) / 3, last = row.LastIndexOfAnyInRange((byte)100, byte.MaxValue) / 3;
        int side = last - first + 1;
        Last = new Box(first, (frame.Height - side) / 2, side, side).Clip(frame.Bounds);
        return Last is { } box ? [new(box, 1)] : [];
    }
}
