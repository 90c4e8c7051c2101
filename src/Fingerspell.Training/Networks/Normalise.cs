using Fingerspell.Letters;
using static TorchSharp.torch;

namespace Fingerspell.Training.Networks;

/// <summary>What a <see cref="Normalisation"/> computes.</summary>
public static class Normalise
{
    /// <summary>Grey levels² added to a crop's variance, so that an even crop stays finite.</summary>
    public const float VarianceFloor = 1;

    /// <summary>Normalises crops.</summary>
    /// <param name="pixels">[batch, 1, side, side], grey levels 0–255 as float32.</param>
    /// <param name="normalisation">How.</param>
    public static Tensor Pixels(Tensor pixels, Normalisation normalisation)
    {
        if (normalisation == Normalisation.Unit)
            return pixels.DividedBy(255);
        var centred = pixels - pixels.mean([2, 3], keepdim: true);
        var variance = (centred * centred).mean([2, 3], keepdim: true);
        return centred / variance.Plus(VarianceFloor).sqrt();
    }
}
