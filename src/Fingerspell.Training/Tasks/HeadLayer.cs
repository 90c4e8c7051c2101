using Fingerspell.Training.Learning;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>Drawn heads in windows, to be put before rooms and behind hands.</summary>
/// <param name="Pictures">The heads: [n, channels, side, side], levels 0–255.</param>
/// <param name="Shapes">1 where a head with neck and shoulders is: [n, 1, side, side].</param>
/// <param name="Skin">The skin that they are drawn with, in the light that they have on average: [1, channels, 1, 1].</param>
sealed record HeadLayer(Tensor Pictures, Tensor Shapes, Tensor Skin)
{
    // Faces are a little lighter or darker, redder or paler than hands.
    const double LogTone = 0.3, LogTint = 0.08;
    const double DarkestSkin = 40, LightestSkin = 235;

    // Of red, green and blue in grey: ITU-R BT.601, as crops are made grey.
    static readonly float[] Grey = [0.299f, 0.587f, 0.114f];

    /// <summary>The same heads in one grey channel.</summary>
    public HeadLayer InGrey()
    {
        var weights = tensor(Grey, [1, 3, 1, 1]);
        return new((Pictures * weights).sum([1], keepdim: true), Shapes, (Skin * weights).sum([1], keepdim: true));
    }

    /// <summary>The heads before rooms, in skin near one that is given; clothes and hair change with it.</summary>
    /// <param name="rooms">[n, channels, side, side].</param>
    /// <param name="skins">[n, channels, 1, 1].</param>
    public Tensor Before(Tensor rooms, Tensor skins)
    {
        long count = rooms.shape[0];
        var change = Augmentation.Uniform(LogTone, count, 1, 1, 1).Plus(Augmentation.Uniform(LogTint, count, rooms.shape[1], 1, 1)).exp();
        return rooms.lerp((Pictures * (skins / Skin) * change).ClampInPlace(0, 255), Shapes);
    }

    /// <summary>The heads before rooms, in skin near that of the hand that each will be behind.</summary>
    /// <param name="rooms">[n, channels, side, side].</param>
    /// <param name="hands">The same shape.</param>
    /// <param name="shapes">1 where the hand is: [n, 1, side, side].</param>
    public Tensor Between(Tensor rooms, Tensor hands, Tensor shapes) =>
        Before(rooms, (hands * shapes).sum([2, 3], keepdim: true) / shapes.sum([2, 3], keepdim: true).Plus(1e-3));

    /// <summary>The heads before rooms, in skin of any tone.</summary>
    /// <param name="rooms">[n, channels, side, side].</param>
    public Tensor Before(Tensor rooms)
    {
        var level = empty(rooms.shape[0], 1, 1, 1).uniform_(DarkestSkin, LightestSkin);
        return Before(rooms, Skin / Skin.mean() * level);
    }
}
