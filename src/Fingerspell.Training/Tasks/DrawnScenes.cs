using Fingerspell.Imaging;
using Fingerspell.Showing;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>Drawn hands with their forearms, for the hand finder to meet hands of many people, skins and lights.</summary>
sealed class DrawnScenes : IDisposable
{
    const int Side = 256;
    const float Span = 420;     // mm: most of the forearm too

    readonly ScenePyramid pixels;       // 3 channels: red, green, blue
    readonly ScenePyramid shapes;       // 1 channel: 255 the hand and forearm

    DrawnScenes(byte[][] pixels, byte[][] shapes, RelativeBox[] hands)
    {
        this.pixels = ScenePyramid.Of(pixels, channels: 3, Side);
        this.shapes = ScenePyramid.Of(shapes, channels: 1, Side);
        Hands = hands;
    }

    /// <summary>The box of each hand, without the forearm, in fractions of the scene's side.</summary>
    public IReadOnlyList<RelativeBox> Hands { get; }

    public int Count => Hands.Count;

    /// <summary>Draws hands, the same ones each time.</summary>
    /// <param name="count">How many.</param>
    /// <param name="stop">Stops it.</param>
    public static DrawnScenes Draw(int count, CancellationToken stop)
    {
        byte[][] pixels = new byte[count][], shapes = new byte[count][];
        var hands = new RelativeBox[count];
        var whole = Window.Around(new Box(0, 0, Side, Side));
        OnAllCores.Do(count, i =>
        {
            using var hand = DrawnHand.Of(i, HandVariation.Sign, Side, Span);
            pixels[i] = whole.Cut(hand.Picture, Side);
            shapes[i] = PlaneOf(whole.Cut(hand.Shape, Side));
            hands[i] = whole.FromFrame(hand.Box);
        }, stop);
        return new DrawnScenes(pixels, shapes, hands);
    }

    /// <summary>See <see cref="HandScenes.Cut"/>; grey around the hand.</summary>
    public Tensor Cut(IReadOnlyList<SceneWindow> windows, int size) => pixels.Cut(windows, size);

    /// <summary>See <see cref="HandScenes.CutShapes"/>.</summary>
    public Tensor CutShapes(IReadOnlyList<SceneWindow> windows, int size) => shapes.Cut(windows, size).DividedBy(byte.MaxValue);

    public void Dispose()
    {
        pixels.Dispose();
        shapes.Dispose();
    }

    /// <summary>The first of three like planes.</summary>
    static byte[] PlaneOf(byte[] planes) => planes[..(Side * Side)];
}
