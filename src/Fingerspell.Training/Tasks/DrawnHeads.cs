using Fingerspell.Imaging;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>Drawn heads, to be put behind and beside hands, and where no hand is: a face is what is most easily taken for one.</summary>
/// <param name="scenes">The heads; disposed with it.</param>
sealed class DrawnHeads(DrawnScenes scenes) : IDisposable
{
    // A head's height in hands and in windows; how far its middle is from the hand's, in half the sizes of both.
    const double LeastHands = 0.8, MostHands = 2.6, LeastWindow = 0.15, MostWindow = 1.5, Nearest = 0.2, Farthest = 1.6;

    /// <summary>A head behind or beside some of the hands, nothing at the others.</summary>
    /// <param name="hands">The hand in each window.</param>
    /// <param name="share">The share of them that gets one, by chance.</param>
    /// <param name="size">Width and height of the windows in pixels.</param>
    /// <param name="random">The chance.</param>
    public HeadLayer Beside(IReadOnlyList<RelativeBox> hands, double share, int size, Random random) =>
        Layer([.. hands.Select(hand => random.NextDouble() < share ? Beside(hand, random) : SceneWindow.Nowhere)], size);

    /// <summary>Heads of any size anywhere in windows, partly outside of some.</summary>
    public HeadLayer Anywhere(int count, int size, Random random) => Layer(
        [.. Enumerable.Range(0, count).Select(_ => Head(random.NextDouble(), random.NextDouble(), SceneWindow.LogUniform(LeastWindow, MostWindow, random), random))],
        size);

    /// <summary>Draws heads, or none where <paramref name="count"/> is 0.</summary>
    public static DrawnHeads? Draw(int count, CancellationToken stop) => count == 0 ? null : new(DrawnScenes.Heads(count, stop));

    public void Dispose() => scenes.Dispose();

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

    HeadLayer Layer(IReadOnlyList<SceneWindow> windows, int size) =>
        new(scenes.Cut(windows, size), scenes.CutShapes(windows, size), tensor(DrawnHead.MeanSkin, [1, 3, 1, 1]));
}
