using Fingerspell.Imaging;
using Fingerspell.Showing;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>Drawn hands with their forearms, or drawn heads, for the hand finder to meet those of many people, skins and lights.</summary>
sealed class DrawnScenes : IDisposable
{
    const int Side = 256;
    const float HandSpan = 420;     // mm: most of the forearm too

    readonly ScenePyramid pixels;       // 3 channels: red, green, blue
    readonly ScenePyramid shapes;       // 1 channel: 255 the hand or head

    DrawnScenes(DrawnScene[] scenes)
    {
        pixels = ScenePyramid.Of([.. scenes.Select(scene => scene.Pixels)], channels: 3, Side);
        shapes = ScenePyramid.Of([.. scenes.Select(scene => scene.Shape)], channels: 1, Side);
        Boxes = [.. scenes.Select(scene => scene.Box)];
    }

    /// <summary>The box of each hand, without the forearm, or of each head, without neck and shoulders, in fractions of the scene's side.</summary>
    public IReadOnlyList<RelativeBox> Boxes { get; }

    public int Count => Boxes.Count;

    /// <summary>Draws hands, the same ones each time.</summary>
    /// <param name="count">How many.</param>
    /// <param name="stop">Stops it.</param>
    public static DrawnScenes Hands(int count, CancellationToken stop) => Draw(count, Hand, stop);

    /// <summary>Draws heads, the same ones each time.</summary>
    /// <param name="count">How many.</param>
    /// <param name="stop">Stops it.</param>
    public static DrawnScenes Heads(int count, CancellationToken stop) => Draw(count, number => DrawnHead.Of(number, Side), stop);

    /// <summary>See <see cref="HandScenes.Cut"/>; hand or head alone, see <see cref="DrawnScene.WithoutGrey"/>.</summary>
    public Tensor Cut(IReadOnlyList<SceneWindow> windows, int size) => DrawnScene.WithoutGrey(pixels.Cut(windows, size), CutShapes(windows, size));

    /// <summary>See <see cref="HandScenes.CutShapes"/>.</summary>
    public Tensor CutShapes(IReadOnlyList<SceneWindow> windows, int size) => shapes.Cut(windows, size).DividedBy(byte.MaxValue);

    public void Dispose()
    {
        pixels.Dispose();
        shapes.Dispose();
    }

    static DrawnScenes Draw(int count, Func<int, DrawnScene> draw, CancellationToken stop)
    {
        var scenes = new DrawnScene[count];
        OnAllCores.Do(count, i => scenes[i] = draw(i), stop);
        return new DrawnScenes(scenes);
    }

    static DrawnScene Hand(int number)
    {
        var whole = Window.Around(new Box(0, 0, Side, Side));
        using var hand = DrawnHand.Of(number, HandVariation.Sign, Side, HandSpan);
        // Of the shape's three like planes the first.
        return new(whole.Cut(hand.Picture, Side), whole.Cut(hand.Shape, Side)[..(Side * Side)], whole.FromFrame(hand.Box));
    }
}
