using Fingerspell.Imaging;
using Fingerspell.Letters;
using Fingerspell.Training.Data;

namespace Fingerspell.Training.Evaluation;

/// <summary>Reads the rows of a dataset with a letter model.</summary>
public static class DatasetEvaluation
{
    const int RowsAtOnce = 256;

    /// <summary>What the model says of each row. Rows are fitted to the model's size by the one preprocessing.</summary>
    /// <param name="model">The letter model.</param>
    /// <param name="split">One row or more.</param>
    /// <param name="progress">Told the rows done so far.</param>
    /// <param name="stop">Stops between batches.</param>
    /// <exception cref="FingerspellException">There are no rows, or the model computes no numbers.</exception>
    public static Predictions Predict(
        LetterModel model, DatasetSplit split, Action<long>? progress = null, CancellationToken stop = default)
    {
        var maker = new CropMaker(model.Size);
        var probabilities = new float[split.Count * Predictions.Width];
        for (int first = 0; first < split.Count; first += RowsAtOnce)
        {
            stop.ThrowIfCancellationRequested();
            int count = Math.Min(RowsAtOnce, split.Count - first);
            byte[] crops = [.. Enumerable.Range(first, count)
                .SelectMany(row => maker.Fit(new GrayCrop(DatasetSplit.Side, split.PixelsOf(row))).Pixels.ToArray())];
            model.Probabilities(crops).CopyTo(probabilities, first * Predictions.Width);
            progress?.Invoke(first + count);
        }
        return new(split.Labels, probabilities, split.Sources);
    }
}
