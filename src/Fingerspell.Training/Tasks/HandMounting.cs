using Fingerspell.Imaging;
using Fingerspell.Training.Learning;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>Varies windows: hands before other photographs' backgrounds, other light, colours and cameras.</summary>
static class HandMounting
{
    // What is kept around a hand, and how softly it ends, in half axes of the ellipse in its box.
    const double Kept = 1.15, Softness = 0.35;
    const double LogBalance = 0.2;
    const int LeastDetail = 48;

    /// <summary>Puts the hands of some windows into windows of other scenes.</summary>
    /// <param name="windows">[n, 3, side, side].</param>
    /// <param name="hands">The hand's box in each window, or null.</param>
    /// <param name="mount">Which to put elsewhere.</param>
    /// <param name="scenes">The scenes.</param>
    /// <param name="others">A window without a hand for each.</param>
    public static Tensor Mount(
        Tensor windows, IReadOnlyList<RelativeBox?> hands, IReadOnlyList<bool> mount, HandScenes scenes, IReadOnlyList<SceneWindow> others)
    {
        long side = windows.shape[3];
        Tensor Column(Func<RelativeBox, double> value) =>
            tensor([.. hands.Select(hand => (float)(hand is { } box ? value(box) : 1))], [hands.Count, 1, 1, 1]);
        var middles = tensor([.. Enumerable.Range(0, (int)side).Select(pixel => (pixel + 0.5f) / side)], [side]);
        var x = (middles.view(1, 1, 1, -1) - Column(box => (box.Left + box.Right) / 2)) / Column(box => Kept * (box.Right - box.Left) / 2);
        var y = (middles.view(1, 1, -1, 1) - Column(box => (box.Top + box.Bottom) / 2)) / Column(box => Kept * (box.Bottom - box.Top) / 2);
        // 1 within the ellipse, from there down to 0.
        var kept = (x * x).Plus(y * y).sqrt().neg().Plus(1 + Softness).DividedBy(Softness).ClampInPlace(0, 1);
        var elsewhere = scenes.Cut(others, (int)side).lerp(windows, kept);
        var isMounted = tensor([.. mount.Select(wanted => wanted ? 1f : 0f)], [mount.Count, 1, 1, 1]);
        return windows.lerp(elsewhere, isMounted);
    }

    /// <summary>Other light, white balance, strength of colour, sharpness and noise.</summary>
    /// <param name="windows">[n, 3, side, side], levels 0–255.</param>
    /// <param name="strength">1 normally, 0 for none.</param>
    public static Tensor Relight(Tensor windows, double strength)
    {
        if (strength == 0)
            return windows;
        long count = windows.shape[0];
        var lit = Augmentation.Relight(windows, count, strength) * Augmentation.Uniform(LogBalance * strength, count, 3, 1, 1).exp();
        var grey = lit.mean([1], keepdim: true).expand_as(lit);
        var pale = lit.lerp(grey, empty(count, 1, 1, 1).uniform_(0, Math.Min(1, 0.7 * strength)));
        return Augmentation.AddNoise(LetterAugmentation.Coarsen(pale.ClampInPlace(0, 255), (int)count, LeastDetail), count, strength).ClampInPlace(0, 255);
    }
}
