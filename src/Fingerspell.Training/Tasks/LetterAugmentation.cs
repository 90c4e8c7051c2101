using Fingerspell.Training.Learning;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>
/// Varies crops with their surroundings, so that <c>letters</c> meets what reading gives it: boxes that are not quite right,
/// both hands, other backgrounds, light, cameras, and things in front of the hand.
/// </summary>
static class LetterAugmentation
{
    // Ranges at strength 1; shifts and the sides of what covers the hand are fractions of the crop's side.
    const double Turn = 22 * Math.PI / 180, LogScale = 0.28, LogStretch = 0.12, Shear = 0.15, Shift = 0.12;
    const double LogGain = 0.3, Offset = 25, LargestCover = 0.25, Covered = 0.4, PlainBackgrounds = 0.5;
    const double LeastDetail = 0.31;    // of the crop's side

    /// <summary>A varied crop of each.</summary>
    /// <param name="wide">[n, 1, 2·side, 2·side]: crops with their surroundings, grey levels 0–255 as float32; those of MNIST's rows last.</param>
    /// <param name="masks">The same shape: 255 where the hand is, 0 elsewhere or everywhere where that is unknown.</param>
    /// <param name="isDrawn">[n, 1, 1, 1]: 1 where the hand is drawn and has no background of its own, 0 elsewhere.</param>
    /// <param name="isEmpty">[n, 1, 1, 1]: 1 where there is no hand, 0 elsewhere.</param>
    /// <param name="backgrounds">The shape of the crops: places without a hand to put hands before; null for plain ones only.</param>
    /// <param name="heads">Heads in windows as large as the crops, in grey: what may be behind a hand that is put before another background, and where there is none; or null.</param>
    /// <param name="fine">How many are no rows, which are coarse by themselves.</param>
    /// <param name="options">How strongly, and how many get another background.</param>
    /// <returns>[n, 1, side, side], and in the same shape where the hand then is, as <see cref="LetterTarget.Of"/> takes it.</returns>
    public static (Tensor Crops, Tensor Hands) Vary(
        Tensor wide, Tensor masks, Tensor isDrawn, Tensor isEmpty, Tensor? backgrounds, HeadLayer? heads, int fine, TrainOptions options)
    {
        double strength = options.Augmentation;
        long count = wide.shape[0], side = wide.shape[3] / LetterCrops.Surroundings;
        var grid = Grid(Movement(count, strength), side);
        var shapes = Sample(masks, grid).DividedBy(255);
        var cut = Sample(wide, grid);
        var crops = cut.lerp(DrawnScene.WithoutGrey(cut, shapes), isDrawn);
        // Softened, or the network would know a mounted hand by its edge; a drawn one's is soft already.
        var hands = Softened(shapes).lerp(shapes, isDrawn);
        if (options.Backgrounds > 0 || options.DrawnHands > 0)
            crops = Mounted(crops, hands, isDrawn, backgrounds, heads, options.Backgrounds);
        if (heads is not null)
            crops = crops.lerp(heads.Before(crops), isEmpty);
        if (strength == 0)
            return (crops, hands);
        crops = Expose(Augmentation.Relight(crops, count, strength), count, strength);
        var noisy = Augmentation.AddNoise(Coarsen(crops, fine, (int)(LeastDetail * side)), count, strength).ClampInPlace(0, 255);
        return (Cover(noisy, count), hands);
    }

    /// <summary>The means of 3×3 pixels; what lies beyond the border does not count, or what reaches it would fade there.</summary>
    internal static Tensor Softened(Tensor shapes) => nn.functional.avg_pool2d(shapes, 3, stride: 1, padding: 1, count_include_pad: false);

    /// <summary>Where each crop lies in its surroundings: [n, 2, 3], from −1…1 of the crop to −1…1 of the surroundings.</summary>
    static Tensor Movement(long count, double strength)
    {
        if (strength == 0)
            return tensor(new float[] { 1, 0, 0, 0, 1, 0 }, [1, 2, 3]).Times(1.0 / LetterCrops.Surroundings).expand(count, 2, 3);
        var angle = Augmentation.Uniform(Turn * strength, count);
        var scale = Augmentation.Uniform(LogScale * strength, count).exp();
        var stretch = Augmentation.Uniform(LogStretch * strength, count).exp();
        var shear = Augmentation.Uniform(Shear * strength, count);
        var mirror = empty(count).bernoulli_(0.5).Times(2).Plus(-1);
        var (sine, cosine) = (angle.sin() * scale, angle.cos() * scale);
        return stack([
            stack([cosine * stretch * mirror, shear - sine, Augmentation.Uniform(2 * Shift * strength, count)], 1),
            stack([sine * mirror, cosine / stretch, Augmentation.Uniform(2 * Shift * strength, count)], 1)], 1)
            .Times(1.0 / LetterCrops.Surroundings);
    }

    /// <summary>Puts drawn hands, and some others whose shape is known, before a plain background, black among them, or a place without a hand.</summary>
    internal static Tensor Mounted(Tensor crops, Tensor hands, Tensor isDrawn, Tensor? backgrounds, HeadLayer? heads, double share)
    {
        long count = crops.shape[0], side = crops.shape[3];
        var level = empty(count, 1, 1, 1).uniform_(-100, 255);
        var plain = level.Plus(Across(side) * Augmentation.Uniform(60, count, 1, 1, 1)).Plus(Down(side) * Augmentation.Uniform(60, count, 1, 1, 1))
            .ClampInPlace(0, 255);
        var isPlain = empty(count, 1, 1, 1).bernoulli_(PlainBackgrounds);
        var background = backgrounds is null ? plain : Sample(backgrounds, Grid(Movement(count, 1), side)).lerp(plain, isPlain);
        if (heads is not null)
            background = heads.Between(background, crops, hands);
        // Interpolated ones may come to a little more than one, which rounded up would be two.
        var isKnown = hands.flatten(1).amax([1]).sign().view(-1, 1, 1, 1);
        var isMounted = empty(count, 1, 1, 1).bernoulli_(share).maximum(isDrawn) * isKnown;
        return crops.lerp(background.lerp(crops, hands), isMounted);
    }

    /// <summary>Another exposure; what is too dark or too bright is lost, as in a camera.</summary>
    internal static Tensor Expose(Tensor crops, long count, double strength) =>
        (crops * Augmentation.Uniform(LogGain * strength, count, 1, 1, 1).exp())
            .Plus(Augmentation.Uniform(Offset * strength, count, 1, 1, 1)).ClampInPlace(0, 255);

    /// <summary>Half of the first <paramref name="photos"/>, by chance, lose detail, as pictures from far away have.</summary>
    internal static Tensor Coarsen(Tensor crops, int photos, int least)
    {
        long side = crops.shape[3], quarter = photos / 4;
        long[] details = randint(least, Math.Max(side, least + 1), [2], ScalarType.Int64).data<long>().ToArray();
        if (quarter == 0)
            return crops;
        var coarse = crops.clone();
        var order = randperm(photos, ScalarType.Int64);
        for (int i = 0; i < details.Length; i++)
        {
            var some = order.narrow(0, i * quarter, quarter);
            coarse.index_copy_(0, some, Coarse(crops.index_select(0, some), details[i]));
        }
        return coarse;

        Tensor Coarse(Tensor some, long detail) => nn.functional.interpolate(
            nn.functional.interpolate(some, [detail, detail], mode: InterpolationMode.Area),
            [side, side], mode: InterpolationMode.Bilinear, align_corners: false);
    }

    /// <summary>Something grey before a part of some hands ("random erasing", Zhong et al. 2020).</summary>
    static Tensor Cover(Tensor crops, long count)
    {
        long side = crops.shape[3];
        var (x, y) = (Augmentation.Uniform(1, count, 1, 1, 1), Augmentation.Uniform(1, count, 1, 1, 1));
        var width = empty(count, 1, 1, 1).uniform_(0, LargestCover) * empty(count, 1, 1, 1).bernoulli_(Covered);
        var height = empty(count, 1, 1, 1).uniform_(0, LargestCover);
        var level = empty(count, 1, 1, 1).uniform_(0, 255);
        var isCovered = (Across(side) - x).abs().lt(width).logical_and((Down(side) - y).abs().lt(height));
        return where(isCovered, level, crops);
    }

    /// <summary>−1 at the left to 1 at the right.</summary>
    internal static Tensor Across(long side) => linspace(-1, 1, side).view(1, 1, 1, -1);

    /// <summary>−1 at the top to 1 at the bottom.</summary>
    internal static Tensor Down(long side) => linspace(-1, 1, side).view(1, 1, -1, 1);

    static Tensor Grid(Tensor map, long side) =>
        nn.functional.affine_grid(map, [map.shape[0], 1, side, side], align_corners: false);

    static Tensor Sample(Tensor pictures, Tensor grid) => nn.functional.grid_sample(
        pictures, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Border, align_corners: false);
}
