using static TorchSharp.torch;

namespace Fingerspell.Training.Learning;

/// <summary>
/// Varies crops while training, so that the network meets more hands, angles and lights than the photographs hold:
/// turned, scaled, stretched, sheared and shifted by chance, with another gamma, light falling from a side, and noise.
/// </summary>
/// <remarks>The ranges at strength 1 were chosen on held-back photographs of the training file.</remarks>
static class Augmentation
{
    const double Turn = 15 * Math.PI / 180, LogScale = 0.18, LogStretch = 0.08, Shear = 0.12, Shift = 0.16;
    const double LogGamma = 0.5, SideLight = 0.3, Noise = 6;

    /// <summary>A varied copy of a batch.</summary>
    /// <param name="crops">[batch, 1, side, side], grey levels 0–255 as float32.</param>
    /// <param name="strength">1 for the ranges above, 0 for none.</param>
    public static Tensor Vary(Tensor crops, double strength)
    {
        if (strength == 0)
            return crops;
        long count = crops.shape[0];
        return AddNoise(Relight(Move(crops, count, strength), count, strength), count, strength);
    }

    static Tensor Move(Tensor crops, long count, double strength)
    {
        var angle = Uniform(Turn * strength, count);
        var scale = Uniform(LogScale * strength, count).exp();
        var stretch = Uniform(LogStretch * strength, count).exp();
        var shear = Uniform(Shear * strength, count);
        var (sine, cosine) = (angle.sin() * scale, angle.cos() * scale);
        var map = stack([
            stack([cosine * stretch, shear - sine, Uniform(Shift * strength, count)], 1),
            stack([sine, cosine / stretch, Uniform(Shift * strength, count)], 1)], 1);      // [batch, 2, 3]
        var grid = nn.functional.affine_grid(map, crops.shape, align_corners: false);       // [batch, side, side, 2]
        return nn.functional.grid_sample(
            crops, grid, GridSampleMode.Bilinear, GridSamplePaddingMode.Border, align_corners: false);
    }

    internal static Tensor Relight(Tensor crops, long count, double strength)
    {
        var gamma = Uniform(LogGamma * strength, count, 1, 1, 1).exp();
        var across = linspace(-1, 1, crops.shape[3]).view(1, 1, 1, -1);
        var down = linspace(-1, 1, crops.shape[2]).view(1, 1, -1, 1);
        var light = (Uniform(SideLight * strength, count, 1, 1, 1) * across).Plus(1)
            .Plus(Uniform(SideLight * strength, count, 1, 1, 1) * down);
        return crops.DividedBy(255).ClampInPlace(1e-3, 1).pow(gamma).mul_(light).Times(255);
    }

    internal static Tensor AddNoise(Tensor crops, long count, double strength) =>
        crops.PlusInPlace(randn_like(crops).mul_(empty(count, 1, 1, 1).uniform_(0, Noise * strength)));

    /// <summary>Even random numbers from −<paramref name="range"/> to +<paramref name="range"/>.</summary>
    internal static Tensor Uniform(double range, params long[] shape) => empty(shape).uniform_(-range, range);
}
