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

    /// <summary>Windows of hands or heads alone, see <see cref="DrawnScene.WithoutGrey"/>.</summary>
    /// <param name="windows">A window each.</param>
    /// <param name="size">Width and height of the results in pixels.</param>
    /// <returns>float32 [windows, 3, size, size], levels 0–255; float32 [windows, 1, size, size], 1 where hand or head is, 0 where it is not.</returns>
    public (Tensor Pictures, Tensor Shapes) Cut(IReadOnlyList<SceneWindow> windows, int size)
    {
        var shown = shapes.Cut(windows, size).DividedBy(byte.MaxValue);
        return (DrawnScene.WithoutGrey(pixels.Cut(windows, size), shown), shown);
    }

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
