using Fingerspell.Imaging;
using Fingerspell.Training.Data;
using Fingerspell.Training.Data.Photos;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>
/// The crops that <c>letters</c> learns from: hands in photographs, drawn hands, places in the photographs that show no hand, all
/// with twice the crop's surroundings so that they can be turned, shifted and shrunk, and rows of Sign Language MNIST, which have
/// no surroundings.
/// </summary>
sealed class LetterCrops : IDisposable
{
    /// <summary>How many times wider than the crop the surroundings are.</summary>
    public const int Surroundings = 2;

    /// <summary>The label of a place that shows no hand, less than any letter's.</summary>
    public const int NoLetter = -1;

    readonly Tensor hands;      // uint8 [photos + drawn, 1, 2·side, 2·side]
    readonly Tensor masks;      // uint8 [photos + drawn, 1, 2·side, 2·side]: 255 the hand; 0 everywhere where its shape is unknown
    readonly Tensor empties;    // uint8 [empties, 1, 2·side, 2·side]
    readonly Tensor rows;       // uint8 [rows, 1, side, side]
    readonly Tensor labels;     // int64 [photos + drawn + empties + rows]

    LetterCrops(byte[] hands, byte[] masks, byte[] empties, byte[] rows, long[] labels, float[] odds, int side)
    {
        int wide = Surroundings * side;
        Tensor Pictures(byte[] pixels, int side) =>
            tensor(pixels, [pixels.Length / (side * side), 1, side, side], ScalarType.Byte).DetachFromDisposeScope();
        this.hands = Pictures(hands, wide);
        this.masks = Pictures(masks, wide);
        this.empties = Pictures(empties, wide);
        this.rows = Pictures(rows, side);
        this.labels = tensor(labels, ScalarType.Int64).DetachFromDisposeScope();
        Odds = tensor(odds).DetachFromDisposeScope();
    }

    public int Photos => (int)Odds.shape[0];

    public int Drawn => Hands - Photos;

    /// <summary>The photographs' hands and the drawn ones, in that order.</summary>
    public int Hands => (int)hands.shape[0];

    public int Empties => (int)empties.shape[0];

    public int Rows => (int)rows.shape[0];

    /// <summary>See <see cref="SetOdds"/>: float32 [photos].</summary>
    public Tensor Odds { get; }

    /// <summary>Cuts the crops, the way that reading does.</summary>
    /// <param name="photos">The photographs.</param>
    /// <param name="dataset">The rows, or null.</param>
    /// <param name="side">Side of the crops.</param>
    /// <param name="margin">How many times larger than the hand's box they are.</param>
    /// <param name="drawn">How many hands to draw beside them.</param>
    /// <param name="withMasks">Whether to find the hands' shapes; takes some time.</param>
    /// <param name="withEmpties">Whether to cut places without a hand too.</param>
    /// <param name="stop">Stops it.</param>
    public static LetterCrops Load(
        IReadOnlyList<TrainingPhoto> photos, DatasetSplit? dataset, int side, double margin, int drawn, bool withMasks, bool withEmpties,
        CancellationToken stop)
    {
        int wide = Surroundings * side, pixels = wide * wide;
        var maker = new CropMaker(wide, Surroundings * margin);
        long most = Math.Max(photos.Count + drawn, withEmpties ? EmptyPlace.Each * photos.Count : 0);
        if (most * pixels > Array.MaxLength)
            throw new FingerspellException(
                $"{photos.Count} photographs and {drawn} drawn hands are more than fit in memory at once; {Array.MaxLength / pixels} together are the most, and as many places without a hand, of which a photograph has {EmptyPlace.Each}");
        byte[] crops = new byte[(photos.Count + drawn) * pixels], masks = new byte[(photos.Count + drawn) * pixels];
        var places = new byte[photos.Count * EmptyPlace.Each][];
        OnAllCores.Do(photos.Count, i =>
        {
            var photo = photos[i];
            using var frame = Frame.Load(photo.Path);
            Cut(maker, frame, photo).Pixels.Span.CopyTo(crops.AsSpan(i * pixels));
            if (withMasks)
                HandMask.Of(frame, photo.Box, wide, Surroundings * margin)?.CopyTo(masks, i * pixels);
            for (int place = i * EmptyPlace.Each; place < (i + 1) * EmptyPlace.Each; place++)
                places[place] = withEmpties && EmptyPlace.Of(frame, photo.Box, maker, seed: place) is { } empty ? empty.Pixels.ToArray() : [];
        }, stop);
        byte[] drawnLabels = DrawnHands.Draw(drawn, maker, crops.AsMemory(photos.Count * pixels), masks.AsMemory(photos.Count * pixels), stop);
        byte[] empties = [.. places.SelectMany(place => place)];
        long[] labels =
        [
            .. photos.Select(photo => (long)photo.Label),
            .. drawnLabels.Select(label => (long)label),
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
        OnAllCores.Do(dataset?.Count ?? 0, i =>
            maker.Fit(new GrayCrop(DatasetSplit.Side, dataset!.PixelsOf(i))).Pixels.Span.CopyTo(rows.AsSpan(i * side * side)), CancellationToken.None);
        return rows;
    }

    /// <summary>Some crops: first the hands, then the places without a hand, then the rows.</summary>
    /// <param name="positions">Positions: the photographs from 0 on, then the drawn hands, the places without a hand, then the rows.</param>
    /// <returns>
    /// float32 [n, 1, 2·side, 2·side] grey levels; the hands' masks in the same shape, 0–255; float32 [n, 1, 1, 1]: 1 where the
    /// hand is drawn, 0 elsewhere; int64 [n] labels; and how many are not rows.
    /// </returns>
    public (Tensor Crops, Tensor Masks, Tensor IsDrawn, Tensor Labels, int Fine) At(Tensor positions)
    {
        long[] all = positions.data<long>().ToArray();
        long[] ofHands = [.. all.Where(position => position < Hands)];
        long[] ofEmpties = [.. all.Where(position => position >= Hands && position < Hands + Empties)];
        long[] ofRows = [.. all.Where(position => position >= Hands + Empties)];
        var which = tensor(ofHands, ScalarType.Int64);
        var wideEmpties = NoHand.Vary(empties.index_select(0, From(ofEmpties, Hands)).to(ScalarType.Float32), SomeOf(hands.narrow(0, 0, Photos), ofEmpties.Length));
        var wideRows = Surround(rows.index_select(0, From(ofRows, Hands + Empties)).to(ScalarType.Float32));
        var crops = cat([hands.index_select(0, which).to(ScalarType.Float32), wideEmpties, wideRows]);
        var shapes = cat([masks.index_select(0, which).to(ScalarType.Float32), zeros_like(wideEmpties), zeros_like(wideRows)]);
        long[] sorted = [.. ofHands, .. ofEmpties, .. ofRows];
        var isDrawn = tensor(sorted.Select(position => position >= Photos && position < Hands ? 1f : 0).ToArray()).view(-1, 1, 1, 1);
        return (crops, shapes, isDrawn, labels.index_select(0, tensor(sorted, ScalarType.Int64)), ofHands.Length + ofEmpties.Length);

        static Tensor From(long[] positions, int first) => tensor(Array.ConvertAll(positions, position => position - first), ScalarType.Int64);
    }

    /// <summary>Places without a hand, drawn by chance: float32 [count, 1, 2·side, 2·side]; null where there are none.</summary>
    public Tensor? SomeEmpties(long count) => Empties == 0
        ? null
        : SomeOf(empties, count);

    /// <summary>The photographs' crops as reading cuts them: uint8 [photos, 1, side, side].</summary>
    public Tensor Middles() => Middle(hands.narrow(0, 0, Photos)).contiguous();

    /// <summary>Crops without their surroundings: [n, 1, 2·side, 2·side] to [n, 1, side, side].</summary>
    public static Tensor Middle(Tensor wide)
    {
        long side = wide.shape[3] / Surroundings, border = (wide.shape[3] - side) / 2;
        return wide.narrow(2, border, side).narrow(3, border, side);
    }

    /// <summary>Crops with what is at their border going on round them: float32 [n, 1, side, side] to [n, 1, 2·side, 2·side].</summary>
    public static Tensor Surround(Tensor crops)
    {
        long border = (Surroundings - 1) * crops.shape[3] / 2;
        return nn.functional.pad(crops, [border, border, border, border], TorchSharp.PaddingModes.Replicate);
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

    static Tensor SomeOf(Tensor crops, long count) =>
        crops.index_select(0, randint(0, crops.shape[0], [count], ScalarType.Int64)).to(ScalarType.Float32);

    /// <summary>The crop of a photograph's hand.</summary>
    /// <exception cref="FingerspellException">The box does not fit the photograph, which is named.</exception>
    internal static GrayCrop Cut(CropMaker maker, Frame frame, TrainingPhoto photo)
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
