using Fingerspell.Imaging;
using Fingerspell.Training.Data.Photos;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>Whole photographs, made square with black, and where in them the hand is.</summary>
sealed class HandScenes : IDisposable
{
    const int Side = 320, ShapeSide = 160;
    const double ShapeMargin = 2, LeastRoom = 0.02;

    readonly ScenePyramid pixels;       // 3 channels: red, green, blue
    readonly ScenePyramid handless;     // the same with the hands taken out
    readonly ScenePyramid shapes;       // 1 channel: 255 the hand; 0 everywhere where its shape is unknown
    readonly float[] upTo;      // the odds of each scene and all before it
    readonly float[] roomsUpTo;

    HandScenes(byte[][] pixels, byte[][] shapes, bool[] isKnown, RelativeBox[] hands, RelativeBox[] frames, float[] odds)
    {
        this.pixels = ScenePyramid.Of(pixels, channels: 3, Side);
        handless = this.pixels.WithoutHands(hands, frames);
        this.shapes = ScenePyramid.Of(shapes, channels: 1, Side);
        IsShapeKnown = isKnown;
        Hands = hands;
        upTo = Summed(odds);
        roomsUpTo = Summed([.. odds.Select((each, i) => each * (float)RoomOf(hands[i], frames[i]))]);

        static float[] Summed(float[] odds)
        {
            float sum = 0;
            return Array.ConvertAll(odds, each => sum += each);
        }
    }

    /// <summary>The box of each scene's hand, in fractions of the scene's side.</summary>
    public IReadOnlyList<RelativeBox> Hands { get; }

    /// <summary>Whether the shape of each scene's hand is known.</summary>
    public IReadOnlyList<bool> IsShapeKnown { get; }

    public int Count => Hands.Count;

    /// <summary>A scene by chance, see <see cref="SetOdds"/>.</summary>
    public int Any(Random random) => Choose(upTo, random);

    /// <summary>A scene by chance for its room: the less of it the hand takes, the likelier.</summary>
    public int AnyRoom(Random random) => Choose(roomsUpTo, random);

    int Choose(float[] upTo, Random random)
    {
        int found = Array.BinarySearch(upTo, random.NextSingle() * upTo[^1]);
        return Math.Min(found < 0 ? ~found : found + 1, Count - 1);
    }

    /// <summary>What share of a photograph is left when its hand is taken out.</summary>
    static double RoomOf(RelativeBox hand, RelativeBox frame) => Math.Max(LeastRoom,
        1 - HandErasing.Gap * HandErasing.Gap * (hand.Right - hand.Left) * (hand.Bottom - hand.Top) / ((frame.Right - frame.Left) * (frame.Bottom - frame.Top)));

    /// <summary>Reads the photographs, the way that the hand finder looks at a whole frame.</summary>
    public static HandScenes Load(IReadOnlyList<TrainingPhoto> photos, CancellationToken stop)
    {
        byte[][] pixels = new byte[photos.Count][], shapes = new byte[photos.Count][];
        var isKnown = new bool[photos.Count];
        RelativeBox[] hands = new RelativeBox[photos.Count], frames = new RelativeBox[photos.Count];
        OnAllCores.Do(photos.Count, i =>
        {
            var photo = photos[i];
            using var frame = Frame.Load(photo.Path);
            if (photo.Box.Clip(frame.Bounds) is not { } box)
                throw new FingerspellException(
                    $"{photo.Path}: the box {photo.Box} does not fit the frame of {frame.Width}×{frame.Height} pixels; correct its line in the box file of {photo.Set}");
            var window = Window.Around(frame.Bounds);
            pixels[i] = window.Cut(frame, Side);
            shapes[i] = new byte[Side * Side];
            hands[i] = window.FromFrame(box);
            frames[i] = window.FromFrame(frame.Bounds);
            if (HandMask.Of(frame, box, ShapeSide, ShapeMargin) is not { } shape)
                return;
            isKnown[i] = true;
            Place(shape, window.FromFrame(box.ToSquare(ShapeMargin)), frames[i], shapes[i]);
        }, stop);
        return new HandScenes(pixels, shapes, isKnown, hands, frames, SetOdds.Of(photos));
    }

    /// <summary>Windows of scenes, black where they reach beyond them.</summary>
    /// <param name="windows">A window each.</param>
    /// <param name="size">Width and height of the results in pixels.</param>
    /// <returns>float32 [windows, 3, size, size], levels 0–255.</returns>
    public Tensor Cut(IReadOnlyList<SceneWindow> windows, int size) => pixels.Cut(windows, size);

    /// <summary>The same windows of the same scenes, with the hand taken out.</summary>
    public Tensor CutHandless(IReadOnlyList<SceneWindow> windows, int size) => handless.Cut(windows, size);

    /// <summary>The shapes of the hands in windows: float32 [windows, 1, size, size], 1 the hand, 0 what is not.</summary>
    public Tensor CutShapes(IReadOnlyList<SceneWindow> windows, int size) => shapes.Cut(windows, size).DividedBy(byte.MaxValue);

    public void Dispose()
    {
        pixels.Dispose();
        handless.Dispose();
        shapes.Dispose();
    }

    /// <summary>Copies a shape to where it lies in a scene, as far as its photograph goes: beyond, it is of pixels that were repeated.</summary>
    static void Place(byte[] shape, RelativeBox where, RelativeBox frame, Span<byte> scene)
    {
        for (int row = 0; row < Side; row++)
        {
            double y = (row + 0.5) / Side;
            int shapeRow = (int)Math.Floor((y - where.Top) / (where.Bottom - where.Top) * ShapeSide);
            for (int column = 0; column < Side; column++)
            {
                double x = (column + 0.5) / Side;
                int shapeColumn = (int)Math.Floor((x - where.Left) / (where.Right - where.Left) * ShapeSide);
                if (x >= frame.Left && x <= frame.Right && y >= frame.Top && y <= frame.Bottom
                    && shapeRow is >= 0 and < ShapeSide && shapeColumn is >= 0 and < ShapeSide)
                    scene[row * Side + column] = shape[shapeRow * ShapeSide + shapeColumn];
            }
        }
    }
}
