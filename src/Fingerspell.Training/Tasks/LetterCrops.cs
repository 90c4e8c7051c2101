using Fingerspell.Imaging;
using Fingerspell.Training.Data;
using Fingerspell.Training.Data.Photos;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>
/// The hands that <c>letters</c> learns from: photographs, each with twice the crop's surroundings so that it can be
/// turned, shifted and shrunk, and rows of Sign Language MNIST, which have no surroundings.
/// </summary>
sealed class LetterCrops : IDisposable
{
    /// <summary>How many times wider than the crop the surroundings are.</summary>
    public const int Surroundings = 2;

    readonly Tensor photos;     // uint8 [photos, 1, 2·side, 2·side]
    readonly Tensor masks;      // uint8 [photos, 1, 2·side, 2·side]: 255 the hand; 0 everywhere where its shape is unknown
    readonly Tensor rows;       // uint8 [rows, 1, side, side]
    readonly Tensor labels;     // int64 [photos + rows]
    readonly int side;

    LetterCrops(byte[] photos, byte[] masks, byte[] rows, long[] labels, int side)
    {
        int wide = Surroundings * side;
        this.side = side;
        this.photos = tensor(photos, [photos.Length / (wide * wide), 1, wide, wide], ScalarType.Byte).DetachFromDisposeScope();
        this.masks = tensor(masks, [masks.Length / (wide * wide), 1, wide, wide], ScalarType.Byte).DetachFromDisposeScope();
        this.rows = tensor(rows, [rows.Length / (side * side), 1, side, side], ScalarType.Byte).DetachFromDisposeScope();
        this.labels = tensor(labels, ScalarType.Int64).DetachFromDisposeScope();
    }

    public int Photos => (int)photos.shape[0];

    public int Rows => (int)rows.shape[0];

    /// <summary>Cuts the crops, the way that reading does.</summary>
    /// <param name="photos">The photographs.</param>
    /// <param name="dataset">The rows, or null.</param>
    /// <param name="side">Side of the crops.</param>
    /// <param name="margin">How many times larger than the hand's box they are.</param>
    /// <param name="withMasks">Whether to find the hands' shapes; takes some time.</param>
    /// <param name="stop">Stops it.</param>
    public static LetterCrops Load(
        IReadOnlyList<TrainingPhoto> photos, DatasetSplit? dataset, int side, double margin, bool withMasks, CancellationToken stop)
    {
        int wide = Surroundings * side, pixels = wide * wide;
        var maker = new CropMaker(wide, Surroundings * margin);
        byte[] crops = new byte[photos.Count * pixels], masks = new byte[photos.Count * pixels];
        EachPhoto.Do(photos, (photo, i) =>
        {
            using var frame = Frame.Load(photo.Path);
            Cut(maker, frame, photo).Pixels.Span.CopyTo(crops.AsSpan(i * pixels));
            if (withMasks)
                HandMask.Of(frame, photo.Box, wide, Surroundings * margin)?.CopyTo(masks, i * pixels);
        }, stop);
        long[] labels = [.. photos.Select(photo => (long)photo.Label), .. (dataset?.Labels ?? []).Select(label => (long)label)];
        return new LetterCrops(crops, masks, RowsOf(dataset, side), labels, side);
    }

    /// <summary>The rows of the dataset at the side of a network, <paramref name="side"/>² bytes each.</summary>
    public static byte[] RowsOf(DatasetSplit? dataset, int side)
    {
        var maker = new CropMaker(side);
        byte[] rows = new byte[(dataset?.Count ?? 0) * side * side];
        Parallel.For(0, dataset?.Count ?? 0, i =>
            maker.Fit(new GrayCrop(DatasetSplit.Side, dataset!.PixelsOf(i))).Pixels.Span.CopyTo(rows.AsSpan(i * side * side)));
        return rows;
    }

    /// <summary>Some photographs and rows, photographs first.</summary>
    /// <param name="positions">Positions: the photographs from 0 on, then the rows.</param>
    /// <returns>
    /// float32 [n, 1, 2·side, 2·side] grey levels; the hands' masks in the same shape, 0–255; int64 [n] labels; and how many
    /// are photographs.
    /// </returns>
    public (Tensor Crops, Tensor Masks, Tensor Labels, int Photos) At(Tensor positions)
    {
        long[] all = positions.data<long>().ToArray();
        long[] ofPhotos = [.. all.Where(position => position < Photos)];
        long[] ofRows = [.. all.Where(position => position >= Photos).Select(position => position - Photos)];
        var which = tensor(ofPhotos, ScalarType.Int64);
        int border = (Surroundings - 1) * side / 2;
        var wideRows = nn.functional.pad(
            rows.index_select(0, tensor(ofRows, ScalarType.Int64)).to(ScalarType.Float32), [border, border, border, border], TorchSharp.PaddingModes.Replicate);
        var crops = cat([photos.index_select(0, which).to(ScalarType.Float32), wideRows]);
        var hands = cat([masks.index_select(0, which).to(ScalarType.Float32), zeros_like(wideRows)]);
        long[] sorted = [.. ofPhotos, .. ofRows.Select(row => row + Photos)];
        return (crops, hands, labels.index_select(0, tensor(sorted, ScalarType.Int64)), ofPhotos.Length);
    }

    /// <summary>The photographs' crops as reading cuts them: uint8 [photos, 1, side, side].</summary>
    public Tensor Middles()
    {
        int border = (Surroundings - 1) * side / 2;
        return photos.narrow(2, border, side).narrow(3, border, side).contiguous();
    }

    /// <summary>The photographs' labels: int64 [photos].</summary>
    public Tensor PhotoLabels() => labels.narrow(0, 0, Photos);

    public void Dispose()
    {
        photos.Dispose();
        masks.Dispose();
        rows.Dispose();
        labels.Dispose();
    }

    static GrayCrop Cut(CropMaker maker, Frame frame, TrainingPhoto photo)
    {
        try
        {
            return maker.Cut(frame, photo.Box);
        }
        catch (FingerspellException e)
        {
            throw new FingerspellException($"{photo.Path}: {e.Message}; correct its line in the box file of {photo.Set}", e);
        }
    }
}
