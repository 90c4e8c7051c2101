using Fingerspell.Imaging;
using Fingerspell.Training.Data.Photos;

namespace Fingerspell.Training.Tasks;

/// <summary>What a network is given of photographs that it is tested on, cut the way that reading does.</summary>
static class HeldCrops
{
    /// <summary>The hands of photographs.</summary>
    public static IReadOnlyList<GrayCrop> Hands(IReadOnlyList<TrainingPhoto> photos, int side, double margin, CancellationToken stop)
    {
        var maker = new CropMaker(side, margin);
        return [.. Each(photos, (frame, i) => LetterCrops.Cut(maker, frame, photos[i]), stop).Select(crop => crop!)];
    }

    /// <summary>Places without a hand, one from each photograph with room for it, see <see cref="EmptyPlace"/>.</summary>
    public static IReadOnlyList<GrayCrop> WithoutHands(IReadOnlyList<TrainingPhoto> photos, int side, double margin, CancellationToken stop)
    {
        var maker = new CropMaker(side, margin);
        return [.. Each(photos, (frame, i) => EmptyPlace.Of(frame, photos[i].Box, maker, seed: i), stop).OfType<GrayCrop>()];
    }

    static GrayCrop?[] Each(IReadOnlyList<TrainingPhoto> photos, Func<Frame, int, GrayCrop?> cut, CancellationToken stop)
    {
        var crops = new GrayCrop?[photos.Count];
        OnAllCores.Do(photos.Count, i =>
        {
            using var frame = Frame.Load(photos[i].Path);
            crops[i] = cut(frame, i);
        }, stop);
        return crops;
    }
}
