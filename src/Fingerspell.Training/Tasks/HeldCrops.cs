using Fingerspell.Imaging;
using Fingerspell.Training.Data;
using Fingerspell.Training.Data.Photos;

namespace Fingerspell.Training.Tasks;

/// <summary>What a network is given of photographs and rows that it is tested on, cut the way that reading does.</summary>
static class HeldCrops
{
    /// <summary>The hands of photographs.</summary>
    public static IReadOnlyList<GrayCrop> Hands(IReadOnlyList<TrainingPhoto> photos, int side, double margin, CancellationToken stop)
    {
        var maker = new CropMaker(side, margin);
        return [.. Each(photos, (frame, photo) => maker.Cut(frame, photo.Box), stop).Select(crop => crop!)];
    }

    /// <summary>Pieces as large as the hands' crops that have no pixel of them, one from each photograph with room for it.</summary>
    public static IReadOnlyList<GrayCrop> BesideHands(IReadOnlyList<TrainingPhoto> photos, int side, double margin, CancellationToken stop)
    {
        var maker = new CropMaker(side);
        return [.. Each(photos, (frame, photo) => Beside(frame.Bounds, photo.Box.ToSquare(margin)) is { } piece ? maker.Cut(frame, piece) : null, stop)
            .OfType<GrayCrop>()];
    }

    /// <summary>Rows of the dataset.</summary>
    public static IReadOnlyList<GrayCrop> Rows(DatasetSplit rows, int side)
    {
        var maker = new CropMaker(side);
        return [.. Enumerable.Range(0, rows.Count).Select(row => maker.Fit(new GrayCrop(DatasetSplit.Side, rows.PixelsOf(row))))];
    }

    /// <summary>The square in a corner of the frame that is farthest from a square of the same size; null where all touch it.</summary>
    internal static Box? Beside(Box frame, Box hand)
    {
        if (hand.Width > frame.Width || hand.Height > frame.Height)
            return null;
        int right = frame.Width - hand.Width, bottom = frame.Height - hand.Height;
        return new[] { (0, 0), (right, 0), (0, bottom), (right, bottom) }
            .Select(corner => new Box(corner.Item1, corner.Item2, hand.Width, hand.Height))
            .Where(corner => corner.Clip(hand) is null)
            .OrderByDescending(corner => Math.Pow(corner.X - hand.X, 2) + Math.Pow(corner.Y - hand.Y, 2))
            .Select(corner => (Box?)corner)
            .FirstOrDefault();
    }

    static GrayCrop?[] Each(IReadOnlyList<TrainingPhoto> photos, Func<Frame, TrainingPhoto, GrayCrop?> cut, CancellationToken stop)
    {
        var crops = new GrayCrop?[photos.Count];
        EachPhoto.Do(photos, (photo, i) =>
        {
            using var frame = Frame.Load(photo.Path);
            crops[i] = cut(frame, photo);
        }, stop);
        return crops;
    }
}
