using Fingerspell.Imaging;
using static System.Numerics.Tensors.TensorPrimitives;

namespace Fingerspell.Hands;

/// <summary>Where in a window a hand most probably is.</summary>
/// <param name="Score">How sure it is that there is one, 0–1.</param>
/// <param name="Box">The box around it, which may reach beyond the window.</param>
public readonly record struct HandSighting(double Score, RelativeBox Box)
{
    // Below this a score is no more than 0, and the weights of the boxes would vanish altogether.
    const double LeastLogit = -80;

    /// <summary>Reads what a hand network says of one window.</summary>
    /// <remarks>
    /// The score is that of the most probable cell, the first one in reading order where several are. The box is the mean of
    /// what that cell and its eight neighbours say, weighted by their scores: next to the hand's centre they all see it.
    /// </remarks>
    /// <param name="output">
    /// 5 × grid × grid numbers. The first plane: the logit that the hand's centre lies in the cell. The others: how far the
    /// left, top, right and bottom side of the hand's box are from the cell's centre, as fractions of the window's side.
    /// </param>
    /// <param name="grid">Cells in a row, and rows, 1 or more.</param>
    public static HandSighting Read(ReadOnlySpan<float> output, int grid)
    {
        Require(output, grid);
        return At(IndexOfMax(output[..(grid * grid)]), output, grid);
    }

    /// <summary>
    /// Reads the most probable hands of one window, the likeliest first: after each, the cells in its box are passed over, since
    /// they see the same hand.
    /// </summary>
    /// <param name="output">See <see cref="Read"/>.</param>
    /// <param name="grid">See <see cref="Read"/>.</param>
    /// <param name="threshold">The score, 0–1, below which nothing is a hand.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<HandSighting> ReadSeveral(ReadOnlySpan<float> output, int grid, double threshold, int most)
    {
        Require(output, grid);
        float[] logits = output[..(grid * grid)].ToArray();
        List<HandSighting> found = [];
        while (found.Count < most)
        {
            int best = IndexOfMax<float>(logits);
            var sighting = At(best, output, grid);
            if (float.IsNegativeInfinity(logits[best]) || sighting.Score < threshold)
                break;
            found.Add(sighting);
            logits[best] = float.NegativeInfinity;
            for (int cell = 0; cell < logits.Length; cell++)
            {
                double x = (cell % grid + 0.5) / grid, y = (cell / grid + 0.5) / grid;
                if (x >= sighting.Box.Left && x <= sighting.Box.Right && y >= sighting.Box.Top && y <= sighting.Box.Bottom)
                    logits[cell] = float.NegativeInfinity;
            }
        }
        return found;
    }

    static void Require(ReadOnlySpan<float> output, int grid)
    {
        if (grid < 1 || output.Length != 5 * grid * grid)
            throw new ArgumentException($"a grid of {grid}×{grid} cells has {5 * grid * grid} numbers, not {output.Length}", nameof(output));
    }

    /// <summary>What a cell and its neighbours say.</summary>
    static HandSighting At(int best, ReadOnlySpan<float> output, int grid)
    {
        int cells = grid * grid, bestRow = best / grid, bestColumn = best % grid;
        double weights = 0, left = 0, top = 0, right = 0, bottom = 0;
        for (int row = Math.Max(0, bestRow - 1); row <= Math.Min(grid - 1, bestRow + 1); row++)
        {
            for (int column = Math.Max(0, bestColumn - 1); column <= Math.Min(grid - 1, bestColumn + 1); column++)
            {
                int cell = row * grid + column;
                double weight = Probability(output[cell]), x = (column + 0.5) / grid, y = (row + 0.5) / grid;
                weights += weight;
                left += weight * (x - output[cells + cell]);
                top += weight * (y - output[2 * cells + cell]);
                right += weight * (x + output[3 * cells + cell]);
                bottom += weight * (y + output[4 * cells + cell]);
            }
        }
        return new HandSighting(
            Probability(output[best]), new RelativeBox(left / weights, top / weights, right / weights, bottom / weights));
    }

    static double Probability(double logit) => 1 / (1 + Math.Exp(-Math.Max(logit, LeastLogit)));
}
