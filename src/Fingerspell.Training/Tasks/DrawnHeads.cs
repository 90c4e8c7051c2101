using Fingerspell.Imaging;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>Drawn heads, to be put behind and beside hands, and where no hand is: a face is what is most easily taken for one.</summary>
/// <param name="scenes">The heads; disposed with it.</param>
sealed class DrawnHeads(DrawnScenes scenes) : IDisposable
{
    // A head's height in hands and in windows; how far its middle is from the hand's, in half the sizes of both.
    const double LeastHands = 0.8, MostHands = 2.6, LeastWindow = 0.15, MostWindow = 1.5, Nearest = 0.2, Farthest = 1.6;

    // Where a face is taken for a hand its box is the face's, more or less.
    const double LeastTaken = 0.45, MostTaken = 1.4, OffTaken = 0.25;

    /// <summary>A head behind or beside some of the hands, or in the hand's stead; nothing in the other windows.</summary>
    /// <param name="hands">The hand in each window, or null where a head is to be what might be taken for one.</param>
    /// <param name="share">The share of windows that gets one, by chance.</param>
    /// <param name="size">Width and height of the windows in pixels.</param>
    /// <param name="random">The chance.</param>
    public HeadLayer Beside(IReadOnlyList<RelativeBox?> hands, double share, int size, Random random) =>
        Layer([.. hands.Select(hand => random.NextDouble() >= share ? SceneWindow.Nowhere : hand is { } there ? Beside(there, random) : Taken(random))], size);

    /// <summary>Heads of any size anywhere in windows, partly outside of some.</summary>
    public HeadLayer Anywhere(int count, int size, Random random) => Layer(
        [.. Enumerable.Range(0, count).Select(_ => Head(random.NextDouble(), random.NextDouble(), SceneWindow.LogUniform(LeastWindow, MostWindow, random), random))],
        size);

    /// <summary>Draws heads, or none where <paramref name="count"/> is 0.</summary>
    public static DrawnHeads? Draw(int count, CancellationToken stop) => count == 0 ? null : new(DrawnScenes.Heads(count, stop));

    public void Dispose() => scenes.Dispose();

    SceneWindow Taken(Random random) => Head(
        0.5 + OffTaken * (2 * random.NextDouble() - 1), 0.5 + OffTaken * (2 * random.NextDouble() - 1), SceneWindow.LogUniform(LeastTaken, MostTaken, random), random);

    SceneWindow Beside(RelativeBox hand, Random random)
    {
        double size = Math.Max(hand.Right - hand.Left, hand.Bottom - hand.Top), height = size * SceneWindow.LogUniform(LeastHands, MostHands, random);
        double away = (size + height) / 2 * (Nearest + (Farthest - Nearest) * random.NextDouble()), angle = 2 * Math.PI * random.NextDouble();
        return Head((hand.Left + hand.Right) / 2 + away * Math.Cos(angle), (hand.Top + hand.Bottom) / 2 + away * Math.Sin(angle), height, random);
    }

    SceneWindow Head(double x, double y, double height, Random random)
    {
        int which = random.Next(scenes.Count);
        return SceneWindow.Placing(which, scenes.Boxes[which], x, y, height, random);
    }

    HeadLayer Layer(IReadOnlyList<SceneWindow> windows, int size)
    {
        var (pictures, shapes) = scenes.Cut(windows, size);
        return new(pictures, shapes, tensor(DrawnHead.MeanSkin, [1, 3, 1, 1]));
    }
}
