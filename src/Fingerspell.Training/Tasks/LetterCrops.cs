using Fingerspell.Imaging;
using Fingerspell.Training.Data;
using Fingerspell.Training.Data.Photos;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>
/// The crops that <c>letters</c> learns from: hands in photographs, places in the same photographs that show no hand, both
/// with twice the crop's surroundings so that they can be turned, shifted and shrunk, and rows of Sign Language MNIST, which have
/// no surroundings.
/// </summary>
sealed class LetterCrops : IDisposable
{
    /// <summary>How many times wider than the crop the surroundings are.</summary>
    public const int Surroundings = 2;

    /// <summary>The label of a place that shows no hand, less than any letter's.</summary>
    public const int NoLetter = -1;

    readonly Tensor hands;      // uint8 [photos, 1, 2·side, 2·side]
    readonly Tensor masks;      // uint8 [photos, 1, 2·side, 2·side]: 255 the hand; 0 everywhere where its shape is unknown
    readonly Tensor empties;    // uint8 [empties, 1, 2·side, 2·side]
    readonly Tensor rows;       // uint8 [rows, 1, side, side]
    readonly Tensor labels;     // int64 [photos + empties + rows]
    readonly int side;

    LetterCrops(byte[] hands, byte[] masks, byte[] empties, byte[] rows, long[] labels, float[] odds, int side)
    {
        int wide = Surroundings * side;
        Tensor Pictures(byte[] pixels, int side) =>
            tensor(pixels, [pixels.Length / (side * side), 1, side, side], ScalarType.Byte).DetachFromDisposeScope();
        this.side = side;
        this.hands = Pictures(hands, wide);
        this.masks = Pictures(masks, wide);
        this.empties = Pictures(empties, wide);
        this.rows = Pictures(rows, side);
        this.labels = tensor(labels, ScalarType.Int64).DetachFromDisposeScope();
        Odds = tensor(odds).DetachFromDisposeScope();
    }

    public int Photos => (int)hands.shape[0];

    public int Empties => (int)empties.shape[0];

    public int Rows => (int)rows.shape[0];

    /// <summary>See <see cref="SetOdds"/>: float32 [photos].</summary>
    public Tensor Odds { get; }

    /// <summary>Cuts the crops, the way that reading does.</summary>
    /// <param name="photos">The photographs.</param>
    /// <param name="dataset">The rows, or null.</param>
    /// <param name="side">Side of the crops.</param>
    /// <param name="margin">How many times larger than the hand's box they are.</param>
    /// <param name="withMasks">Whether to find the hands' shapes; takes some time.</param>
    /// <param name="withEmpties">Whether to cut places without a hand too.</param>
    /// <param name="stop">Stops it.</param>
    public static LetterCrops Load(
        IReadOnlyList<TrainingPhoto> photos, DatasetSplit? dataset, int side, double margin, bool withMasks, bool withEmpties,
        CancellationToken stop)
    {
        int wide = Surroundings * side, pixels = wide * wide;
        var maker = new CropMaker(wide, Surroundings * margin);
        byte[] crops = new byte[photos.Count * pixels], masks = new byte[photos.Count * pixels];
        var places = new byte[photos.Count][];
        EachPhoto.Do(photos, (photo, i) =>
        {
            using var frame = Frame.Load(photo.Path);
            Cut(maker, frame, photo).Pixels.Span.CopyTo(crops.AsSpan(i * pixels));
            if (withMasks)
                HandMask.Of(frame, photo.Box, wide, Surroundings * margin)?.CopyTo(masks, i * pixels);
            places[i] = withEmpties && EmptyPlace.Of(frame, photo.Box, maker, seed: i) is { } empty ? empty.Pixels.ToArray() : [];
        }, stop);
        byte[] empties = [.. places.SelectMany(place => place)];
        long[] labels =
        [
            .. photos.Select(photo => (long)photo.Label),
            .. Enumerable.Repeat((long)NoLetter, empties.Length / pixels),
            .. (dataset?.Labels ?? []).Select(label => (long)label),
        ];
        return new LetterCrops(crops, masks, empties, RowsOf(dataset, side), labels, SetOdds.Of(photos), side);
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

    /// <summary>Some crops: first the photographs', then the places without a hand, then the rows.</summary>
    /// <param name="positions">Positions: the photographs from 0 on, then the places without a hand, then the rows.</param>
    /// <returns>
    /// float32 [n, 1, 2·side, 2·side] grey levels; the hands' masks in the same shape, 0–255; int64 [n] labels; and how many
    /// are not rows.
    /// </returns>
    public (Tensor Crops, Tensor Masks, Tensor Labels, int Photos) At(Tensor positions)
    {
        long[] all = positions.data<long>().ToArray();
        long[] ofPhotos = [.. all.Where(position => position < Photos)];
        long[] ofEmpties = [.. all.Where(position => position >= Photos && position < Photos + Empties)];
        long[] ofRows = [.. all.Where(position => position >= Photos + Empties)];
        var which = tensor(ofPhotos, ScalarType.Int64);
        int border = (Surroundings - 1) * side / 2;
        var wideEmpties = empties.index_select(0, From(ofEmpties, Photos)).to(ScalarType.Float32);
        var wideRows = nn.functional.pad(
            rows.index_select(0, From(ofRows, Photos + Empties)).to(ScalarType.Float32),
            [border, border, border, border], TorchSharp.PaddingModes.Replicate);
        var crops = cat([hands.index_select(0, which).to(ScalarType.Float32), wideEmpties, wideRows]);
        var shapes = cat([masks.index_select(0, which).to(ScalarType.Float32), zeros_like(wideEmpties), zeros_like(wideRows)]);
        long[] sorted = [.. ofPhotos, .. ofEmpties, .. ofRows];
        return (crops, shapes, labels.index_select(0, tensor(sorted, ScalarType.Int64)), ofPhotos.Length + ofEmpties.Length);

        static Tensor From(long[] positions, int first) => tensor(Array.ConvertAll(positions, position => position - first), ScalarType.Int64);
    }

    /// <summary>Places without a hand, drawn by chance: float32 [count, 1, 2·side, 2·side]; null where there are none.</summary>
    public Tensor? SomeEmpties(long count) => Empties == 0
        ? null
        : empties.index_select(0, randint(0, Empties, [count], ScalarType.Int64)).to(ScalarType.Float32);

    /// <summary>The photographs' crops as reading cuts them: uint8 [photos, 1, side, side].</summary>
    public Tensor Middles()
    {
        int border = (Surroundings - 1) * side / 2;
        return hands.narrow(2, border, side).narrow(3, border, side).contiguous();
    }

    /// <summary>The photographs' labels: int64 [photos].</summary>
    public Tensor PhotoLabels() => labels.narrow(0, 0, Photos);

    public void Dispose()
    {
        hands.Dispose();
        empties.Dispose();
        Odds.Dispose();
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
