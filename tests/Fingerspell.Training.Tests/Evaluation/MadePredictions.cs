using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

/// <summary>Predictions and pictures made up for tests.</summary>
static class MadePredictions
{
    /// <summary>Predictions that read each row as given, with the given confidence.</summary>
    public static Predictions Of(
        byte[] truth, byte[] predicted, Func<int, float>? confidence = null, IReadOnlyList<RowSource>? sources = null)
    {
        var probabilities = new float[truth.Length * Predictions.Width];
        for (int row = 0; row < truth.Length; row++)
        {
            float sure = confidence?.Invoke(row) ?? 0.9f;
            var of = probabilities.AsSpan(row * Predictions.Width, Predictions.Width);
            of.Fill((1 - sure) / (Predictions.Width - 1));
            of[predicted[row]] = sure;
        }
        return new(truth, probabilities, sources);
    }

    /// <summary>A split with the given labels whose pictures are slanted gradients.</summary>
    public static DatasetSplit Split(byte[] labels, IReadOnlyList<RowSource>? sources = null)
    {
        var pixels = new byte[labels.Length * DatasetSplit.PixelsPerRow];
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)(i % DatasetSplit.Side * 9 * (1 + labels[i / DatasetSplit.PixelsPerRow] % 3));
        return new("test", labels, pixels, sources);
    }
}
