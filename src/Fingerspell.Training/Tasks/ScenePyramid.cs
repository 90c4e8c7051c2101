using Fingerspell.Imaging;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>
/// Square pictures at their own size and at a half, a quarter and so on of it, so that a window of one that is shrunk is cut
/// from where it hardly needs to be: bilinear sampling alone would skip pixels.
/// </summary>
sealed class ScenePyramid : IDisposable
{
    const int SmallestSide = 32;
    const int AtOnce = 256;     // pictures that are made into float32 or joined at a time

    readonly List<Tensor> levels = [];      // uint8 [pictures, channels, side, side], half the side from one to the next

    /// <summary>Makes the smaller sizes.</summary>
    /// <param name="pictures">uint8 [pictures, channels, side, side], in no scope; disposed with the pyramid.</param>
    ScenePyramid(Tensor pictures)
    {
        levels.Add(pictures);
        for (long side = pictures.shape[3]; side >= 2 * SmallestSide && side % 2 == 0; side /= 2)
            levels.Add(Halved(levels[^1]));
    }

    /// <summary>A pyramid of pictures.</summary>
    /// <param name="pictures">Each picture's pixels, channel by channel.</param>
    /// <param name="channels">How many channels each has.</param>
    /// <param name="side">Width and height.</param>
    public static ScenePyramid Of(IReadOnlyList<byte[]> pictures, int channels, int side) => new(Joined(pictures, channels, side));

    /// <summary>The pyramid of the same pictures without the hands in them.</summary>
    /// <param name="hands">The hand's box in each, in fractions of its side.</param>
    /// <param name="frames">Where the photograph lies in each, likewise.</param>
    public ScenePyramid WithoutHands(IReadOnlyList<RelativeBox> hands, IReadOnlyList<RelativeBox> frames) => new(HandErasing.Erase(levels[0], hands, frames));

    /// <summary>Windows of pictures, black where they reach beyond them.</summary>
    /// <param name="windows">A window each.</param>
    /// <param name="size">Width and height of the results in pixels.</param>
    /// <returns>float32 [windows, channels, size, size], levels 0–255.</returns>
    public Tensor Cut(IReadOnlyList<SceneWindow> windows, int size)
    {
        var byLevel = Enumerable.Range(0, windows.Count).ToLookup(i => LevelOf(windows[i], size));
        var cut = empty(windows.Count, levels[0].shape[1], size, size);
        foreach (var group in byLevel)
        {
            using var scope = NewDisposeScope();
            int[] which = [.. group];
            var pictures = levels[group.Key].index_select(0, tensor([.. which.Select(i => (long)windows[i].Scene)], ScalarType.Int64)).to(ScalarType.Float32);
            var maps = tensor([.. which.SelectMany(i => windows[i].Map())], [which.Length, 2, 3]);
            var grid = nn.functional.affine_grid(maps, [which.Length, 1, size, size], align_corners: false);
            var found = nn.functional.grid_sample(pictures, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Zeros, align_corners: false);
            cut.index_copy_(0, tensor([.. which.Select(i => (long)i)], ScalarType.Int64), found);
        }
        return cut;
    }

    public void Dispose() => levels.ForEach(level => level.Dispose());

    /// <summary>The first level at which a window has no more than two pixels for each of the result; more would be skipped.</summary>
    int LevelOf(SceneWindow window, int size)
    {
        double shrinking = window.Side * levels[0].shape[3] / size / 2;
        return Math.Clamp((int)Math.Ceiling(Math.Log2(Math.Max(1, shrinking))), 0, levels.Count - 1);
    }

    static Tensor Joined(IReadOnlyList<byte[]> pictures, int channels, int side)
    {
        var all = empty([pictures.Count, channels, side, side], ScalarType.Byte).DetachFromDisposeScope();
        int first = 0;
        foreach (byte[][] some in pictures.Chunk(AtOnce))
        {
            using var scope = NewDisposeScope();
            all.narrow(0, first, some.Length).copy_(tensor((byte[])[.. some.SelectMany(pixels => pixels)], [some.Length, channels, side, side], ScalarType.Byte));
            first += some.Length;
        }
        return all;
    }

    static Tensor Halved(Tensor pictures)
    {
        var halves = empty([pictures.shape[0], pictures.shape[1], pictures.shape[2] / 2, pictures.shape[3] / 2], ScalarType.Byte).DetachFromDisposeScope();
        for (long first = 0; first < pictures.shape[0]; first += AtOnce)
        {
            using var scope = NewDisposeScope();
            long count = Math.Min(AtOnce, pictures.shape[0] - first);
            var mean = nn.functional.avg_pool2d(pictures.narrow(0, first, count).to(ScalarType.Float32), 2);
            halves.narrow(0, first, count).copy_(mean.round());
        }
        return halves;
    }
}
