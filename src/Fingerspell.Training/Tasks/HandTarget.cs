using Fingerspell.Hands;
using Fingerspell.Imaging;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>What a hand finder should say of a window, and how far from it what it says is.</summary>
/// <remarks>
/// As in Tian et al. 2019 ("FCOS"): the cells in the middle of the hand are its centre, and each of them tells the whole box;
/// those round them are neither asked to be nor not to be.
/// </remarks>
static class HandTarget
{
    /// <summary>Planes: 1 in the hand's middle; 1 where that counts; the distances to the box's four sides; 1 ÷ the box's size.</summary>
    public const int Planes = 7;

    // Half sides of the middle and of what does not count, in box sides.
    const double Middle = 0.2, Round = 0.4;
    const double EmptyShare = 0.5, SidesShare = 2, SmallError = 0.05;

    /// <summary>The target of a batch: float32 [windows, <see cref="Planes"/>, grid, grid].</summary>
    /// <param name="hands">The hand's box in each window, or null.</param>
    /// <param name="grid">Cells in a row.</param>
    public static Tensor Of(IReadOnlyList<RelativeBox?> hands, int grid)
    {
        int cells = grid * grid;
        float[] target = new float[hands.Count * Planes * cells];
        for (int i = 0; i < hands.Count; i++)
            Fill(target.AsSpan(i * Planes * cells, Planes * cells), hands[i], grid);
        return tensor(target, [hands.Count, Planes, grid, grid]);
    }

    /// <summary>
    /// The focal loss of Lin et al. 2017 ("Focal Loss for Dense Object Detection", γ = 2) for the middle; for the box how far its
    /// sides are off, in hand sizes, and 1 − IoU: sums over all windows, over the number of cells in the middle of hands.
    /// </summary>
    /// <param name="output">[windows, 5, grid, grid].</param>
    /// <param name="target">See <see cref="Of"/>.</param>
    public static Tensor Loss(Tensor output, Tensor target)
    {
        var (logit, middle, counts) = (output.narrow(1, 0, 1), target.narrow(1, 0, 1), target.narrow(1, 1, 1));
        var (yes, no) = (logit.sigmoid(), logit.neg().sigmoid());
        var missed = middle * no * no * nn.functional.logsigmoid(logit);
        var seen = ((counts - middle) * yes * yes * nn.functional.logsigmoid(logit.neg())).Times(EmptyShare);

        var (sides, wanted, bySize) = (output.narrow(1, 1, 4), target.narrow(1, 2, 4), target.narrow(1, 6, 1));
        var off = nn.functional.smooth_l1_loss(sides * bySize, wanted * bySize, nn.Reduction.Sum, SmallError).Times(SidesShare / 4);
        var apart = middle - Overlap(sides.relu().Plus(1e-4), wanted) * middle;

        double hands = Math.Max(1, middle.sum().item<float>());
        return off.Plus(apart.sum()).Plus(missed.Plus(seen).sum().neg()).DividedBy(hands);
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
            int middle = planes[..cells].IndexOf(1f);
            if (middle < 0)
                return sighting.Score < 0.5;
            double x = (middle % grid + 0.5) / grid, y = (middle / grid + 0.5) / grid;
            var hand = new RelativeBox(
                x - planes[2 * cells + middle], y - planes[3 * cells + middle], x + planes[4 * cells + middle], y + planes[5 * cells + middle]);
            return sighting.Score >= 0.5 && Overlap(sighting.Box, hand) >= 0.5;
        });
    }

    static void Fill(Span<float> planes, RelativeBox? wanted, int grid)
    {
        int cells = grid * grid;
        planes.Slice(cells, cells).Fill(1);
        if (wanted is not { } hand)
            return;
        double x = (hand.Left + hand.Right) / 2, y = (hand.Top + hand.Bottom) / 2, width = hand.Right - hand.Left, height = hand.Bottom - hand.Top;
        for (int cell = 0; cell < cells; cell++)
        {
            double cellX = (cell % grid + 0.5) / grid, cellY = (cell / grid + 0.5) / grid;
            bool Within(double share, double least) =>
                Math.Abs(cellX - x) <= Math.Max(share * width, least) && Math.Abs(cellY - y) <= Math.Max(share * height, least);
            if (Within(Middle, 0.5 / grid))
            {
                planes[cell] = 1;
                planes[2 * cells + cell] = (float)(cellX - hand.Left);
                planes[3 * cells + cell] = (float)(cellY - hand.Top);
                planes[4 * cells + cell] = (float)(hand.Right - cellX);
                planes[5 * cells + cell] = (float)(hand.Bottom - cellY);
                planes[6 * cells + cell] = (float)(2 / (width + height));
            }
            else if (Within(Round, 1.0 / grid))
                planes[cells + cell] = 0;
        }
    }

    /// <summary>The IoU of boxes told by their distances from one point: [n, 4, …] and [n, 4, …] to [n, 1, …].</summary>
    static Tensor Overlap(Tensor a, Tensor b)
    {
        static Tensor Area(Tensor sides) =>
            sides.narrow(1, 0, 1).Plus(sides.narrow(1, 2, 1)) * sides.narrow(1, 1, 1).Plus(sides.narrow(1, 3, 1));
        var both = Area(minimum(a, b));
        return both / (Area(a).Plus(Area(b)) - both);
    }

    static double Overlap(RelativeBox a, RelativeBox b)
    {
        double width = Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left), height = Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top);
        double both = Math.Max(0, width) * Math.Max(0, height);
        return both / (Area(a) + Area(b) - both);

        static double Area(RelativeBox box) => Math.Max(0, box.Right - box.Left) * Math.Max(0, box.Bottom - box.Top);
    }
}
