using Fingerspell.Training.Learning;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>Varies windows: hands before other photographs' backgrounds, other light, colours and cameras.</summary>
static class HandMounting
{
    const double LogBalance = 0.2, Recoloured = 0.4, ColourSpread = 0.6;
    const double DarkestLogTone = -0.9, LightestLogTone = 0.35;
    const int LeastDetail = 48;

    /// <summary>Hands put into windows of other scenes, lighter or darker than they are.</summary>
    /// <param name="hands">Windows that show hands: [n, 3, side, side], levels 0–255.</param>
    /// <param name="shapes">The hands' shapes there: [n, 1, side, side], 1 the hand.</param>
    /// <param name="rooms">A window without a hand for each: [n, 3, side, side].</param>
    /// <param name="heads">Heads to put behind the hands, of the same skin, or null.</param>
    public static Tensor Mount(Tensor hands, Tensor shapes, Tensor rooms, HeadLayer? heads)
    {
        // Few of the photographs show dark skin.
        var tone = empty(hands.shape[0], 1, 1, 1).uniform_(DarkestLogTone, LightestLogTone).exp();
        var toned = (hands * tone).ClampInPlace(0, 255);
        var behind = Recolour(rooms);
        if (heads is not null)
            behind = heads.Between(behind, toned, shapes);
        return behind.lerp(toned, shapes);
    }

    /// <summary>Other colours for some windows without a hand, as if of other things: there are few rooms and many hands in them.</summary>
    /// <param name="windows">[n, 3, side, side], levels 0–255.</param>
    public static Tensor Recolour(Tensor windows)
    {
        long count = windows.shape[0];
        var isRecoloured = empty(count, 1, 1).bernoulli_(Recoloured);
        var colours = randn(count, 3, 3).Times(ColourSpread).Plus(eye(3).Times(0.5));
        var mix = eye(3).lerp(colours, isRecoloured);
        var aboutGrey = windows.flatten(2).Plus(-128);
        return mix.bmm(aboutGrey).Plus(128).ClampInPlace(0, 255).view(windows.shape);
    }

    /// <summary>Other light, white balance, strength of colour, exposure, sharpness and noise.</summary>
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
        var exposed = LetterAugmentation.Expose(pale, count, strength);
        return Augmentation.AddNoise(LetterAugmentation.Coarsen(exposed, (int)count, LeastDetail), count, strength).ClampInPlace(0, 255);
    }
}
