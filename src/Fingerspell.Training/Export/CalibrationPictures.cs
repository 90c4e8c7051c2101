using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Training.Data;
using Fingerspell.Training.Data.Photos;
using Fingerspell.Training.Networks;
using Fingerspell.Training.Tasks;
using static TorchSharp.torch;

namespace Fingerspell.Training.Export;

/// <summary>Pictures as a network is given them when it reads, from all over its training data: by them is seen what eight bits have to tell apart.</summary>
public static class CalibrationPictures
{
    const int Rows = 256, Photos = 200;

    /// <summary>Pictures for a network: rows for one that learns from rows alone, else photographs, whose crops or windows are cut.</summary>
    /// <param name="network">The network.</param>
    /// <param name="margin">How many times larger than the hand's box its crops are.</param>
    /// <param name="data">The data.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>uint8 [n, channels, side, side].</returns>
    public static Tensor Of(Network network, double margin, TrainingData data, CancellationToken stop)
    {
        byte[] pixels = NetworkCatalog.OfRows.Contains(network.Name) ? OfRows(data.Rows.Train, network.Side)
            : network.Name == "hand-finder" ? Windows(Some(data.Photos.Photos, Photos), network.Side)
            : [.. HeldCrops.Hands(Some(data.Photos.Photos, Photos), network.Side, margin, stop).SelectMany(crop => crop.Pixels.ToArray())];
        return tensor(pixels, [pixels.Length / (network.Channels * network.Side * network.Side), network.Channels, network.Side, network.Side], ScalarType.Byte);
    }

    static byte[] OfRows(DatasetSplit rows, int side) => LetterCrops.RowsOf(rows.Select([.. Some(Enumerable.Range(0, rows.Count).ToList(), Rows)]), side);

    /// <summary>The first and the second look at each.</summary>
    static byte[] Windows(IReadOnlyList<TrainingPhoto> photos, int side)
    {
        List<byte> pixels = [];
        foreach (var photo in photos)
        {
            using var frame = Frame.Load(photo.Path);
            foreach (var window in (Window[])[Window.Around(frame.Bounds), Window.Around(photo.Box, HandFinder.Surroundings)])
                pixels.AddRange(window.Cut(frame, side));
        }
        return [.. pixels];
    }

    /// <summary>Every n-th, so that about as many as are wanted remain.</summary>
    static IReadOnlyList<T> Some<T>(IReadOnlyList<T> all, int wanted)
    {
        int step = Math.Max(1, all.Count / wanted);
        return [.. all.Where((_, i) => i % step == 0)];
    }
}
