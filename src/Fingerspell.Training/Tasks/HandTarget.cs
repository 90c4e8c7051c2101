using Fingerspell.Hands;
using Fingerspell.Imaging;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>What a hand finder should say of a window, and how far from it what it says is.</summary>
static class HandTarget
{
    /// <summary>Planes: how much a cell is the hand's centre; its distances to the box's four sides; how much those count.</summary>
    public const int Planes = 6;

    const double BoxShare = 0.5;

    // How much the neighbours of the centre's cell are centres too, beside and across.
    static readonly float[] Beside = [1, 0.4f, 0.15f];

    /// <summary>The target of a batch: float32 [windows, <see cref="Planes"/>, grid, grid].</summary>
    /// <param name="hands">The hand's box in each window, or null.</param>
    /// <param name="grid">Cells in a row.</param>
    public static Tensor Of(IReadOnlyList<RelativeBox?> hands, int grid)
    {
        int cells = grid * grid;
        float[] target = new float[hands.Count * Planes * cells];
        for (int i = 0; i < hands.Count; i++)
            if (hands[i] is { } hand)
                Fill(target.AsSpan(i * Planes * cells, Planes * cells), hand, grid);
        return tensor(target, [hands.Count, Planes, grid, grid]);
    }

    /// <summary>
    /// The penalty-reduced focal loss of Law and Deng 2018 ("CornerNet") for the centre, and how far the sides are off, in
    /// hand sizes, for the box: the sum over the cells, the mean over the windows.
    /// </summary>
    /// <param name="output">[windows, 5, grid, grid].</param>
    /// <param name="target">See <see cref="Of"/>.</param>
    public static Tensor Loss(Tensor output, Tensor target)
    {
        var (logit, heat) = (output.narrow(1, 0, 1), target.narrow(1, 0, 1));
        var (yes, no) = (logit.sigmoid(), logit.neg().sigmoid());
        var far = ones_like(heat) - heat;
        var hit = heat.floor() * no * no * nn.functional.logsigmoid(logit);
        var miss = far * far * far * far * yes * yes * nn.functional.logsigmoid(logit.neg());
        var sides = (output.narrow(1, 1, 4) - target.narrow(1, 1, 4)).abs() * target.narrow(1, 5, 1);
        return sides.sum().Times(BoxShare).Plus(hit.Plus(miss).sum().neg()).DividedBy(output.shape[0]);
    }

    /// <summary>
    /// In how many windows the finder is right: it sees the hand there, overlapping at least half, or none where there is none.
    /// </summary>
    public static int Right(Tensor output, Tensor target)
    {
        int grid = (int)output.shape[2], cells = grid * grid;
        float[] said = output.detach().contiguous().data<float>().ToArray(), wanted = target.data<float>().ToArray();
        return Enumerable.Range(0, (int)output.shape[0]).Count(i =>
        {
            var sighting = HandSighting.Read(said.AsSpan(i * 5 * cells, 5 * cells), grid);
            var planes = wanted.AsSpan(i * Planes * cells, Planes * cells);
            int centre = planes[..cells].IndexOf(1f);
            if (centre < 0)
                return sighting.Score < 0.5;
            double x = (centre % grid + 0.5) / grid, y = (centre / grid + 0.5) / grid;
            var hand = new RelativeBox(
                x - planes[cells + centre], y - planes[2 * cells + centre], x + planes[3 * cells + centre], y + planes[4 * cells + centre]);
            return sighting.Score >= 0.5 && Overlap(sighting.Box, hand) >= 0.5;
        });
    }

    static void Fill(Span<float> planes, RelativeBox hand, int grid)
    {
        int cells = grid * grid;
        double x = (hand.Left + hand.Right) / 2, y = (hand.Top + hand.Bottom) / 2, size = Math.Max(hand.Right - hand.Left, hand.Bottom - hand.Top);
        int middleRow = Math.Clamp((int)(y * grid), 0, grid - 1), middleColumn = Math.Clamp((int)(x * grid), 0, grid - 1);
        for (int row = Math.Max(0, middleRow - 1); row <= Math.Min(grid - 1, middleRow + 1); row++)
        {
            for (int column = Math.Max(0, middleColumn - 1); column <= Math.Min(grid - 1, middleColumn + 1); column++)
            {
                int cell = row * grid + column;
                double cellX = (column + 0.5) / grid, cellY = (row + 0.5) / grid;
                float heat = Beside[Math.Abs(row - middleRow) + Math.Abs(column - middleColumn)];
                planes[cell] = heat;
                planes[cells + cell] = (float)(cellX - hand.Left);
                planes[2 * cells + cell] = (float)(cellY - hand.Top);
                planes[3 * cells + cell] = (float)(hand.Right - cellX);
                planes[4 * cells + cell] = (float)(hand.Bottom - cellY);
                planes[5 * cells + cell] = (float)(heat / size);
            }
        }
    }

    static double Overlap(RelativeBox a, RelativeBox b)
    {
        double width = Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left), height = Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top);
        double both = Math.Max(0, width) * Math.Max(0, height);
        return both / (Area(a) + Area(b) - both);

        static double Area(RelativeBox box) => Math.Max(0, box.Right - box.Left) * Math.Max(0, box.Bottom - box.Top);
    }
}
