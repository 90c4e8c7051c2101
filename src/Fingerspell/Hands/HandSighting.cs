using Fingerspell.Imaging;

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
        int cells = grid * grid;
        if (grid < 1 || output.Length != 5 * cells)
            throw new ArgumentException($"a grid of {grid}×{grid} cells has {5 * cells} numbers, not {output.Length}", nameof(output));
        int best = System.Numerics.Tensors.TensorPrimitives.IndexOfMax(output[..cells]);
        int bestRow = best / grid, bestColumn = best % grid;
        double weights = 0, left = 0, top = 0, right = 0, bottom = 0;
        for (int row = Math.Max(0, bestRow - 1); row <= Math.Min(grid - 1, bestRow + 1); row++)
        {
            for (int column = Math.Max(0, bestColumn - 1); column <= Math.Min(grid - 1, bestColumn + 1); column++)
            {
                int cell = row * grid + column;
                double weight = Sigmoid(output[cell]), x = (column + 0.5) / grid, y = (row + 0.5) / grid;
                weights += weight;
                left += weight * (x - output[cells + cell]);
                top += weight * (y - output[2 * cells + cell]);
                right += weight * (x + output[3 * cells + cell]);
                bottom += weight * (y + output[4 * cells + cell]);
            }
        }
        return new HandSighting(
            Sigmoid(output[best]), new RelativeBox(left / weights, top / weights, right / weights, bottom / weights));
    }

    static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-Math.Max(logit, LeastLogit)));
}
