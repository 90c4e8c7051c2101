using Fingerspell.Training.Learning;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>Varies windows: hands before other photographs' backgrounds, other light, colours and cameras.</summary>
static class HandMounting
{
    const double LogBalance = 0.2;
    const int LeastDetail = 48;

    /// <summary>Puts the hands of some windows into windows of other scenes.</summary>
    /// <param name="pictures">What the windows show: [n, 3, side, side].</param>
    /// <param name="windows">The windows.</param>
    /// <param name="mount">Which to put elsewhere; their hands' shapes are known.</param>
    /// <param name="scenes">The scenes.</param>
    /// <param name="others">A window without a hand for each.</param>
    public static Tensor Mount(
        Tensor pictures, IReadOnlyList<SceneWindow> windows, IReadOnlyList<bool> mount, HandScenes scenes, IReadOnlyList<SceneWindow> others)
    {
        int side = (int)pictures.shape[3];
        var elsewhere = scenes.Cut(others, side).lerp(pictures, scenes.CutShapes(windows, side));
        var isMounted = tensor([.. mount.Select(wanted => wanted ? 1f : 0f)], [mount.Count, 1, 1, 1]);
        return pictures.lerp(elsewhere, isMounted);
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
