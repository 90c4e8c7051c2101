using Fingerspell.Training.Data;

namespace Fingerspell.Training.Tests.Learning;

/// <summary>Small made-up splits: noise with a bright bar whose place tells the label.</summary>
static class MadeData
{
    public static DatasetSplit Split(int rows, int seed = 1, string name = "train")
    {
        var random = new Random(seed);
        byte[] labels = new byte[rows], pixels = new byte[rows * DatasetSplit.PixelsPerRow];
        random.NextBytes(pixels);
        var sources = new RowSource[rows];
        for (int row = 0; row < rows; row++)
        {
            int label = row % 8;
            labels[row] = (byte)label;
            pixels.AsSpan(row * DatasetSplit.PixelsPerRow + label * 3 * DatasetSplit.Side, 3 * DatasetSplit.Side).Fill(255);
            sources[row] = new RowSource($"user_{row % 3}", $"{label}/photo_{row / 4}.jpg");
        }
        return new DatasetSplit(name, labels, pixels, sources);
    }
}
