namespace Fingerspell.Training.Evaluation;

/// <summary>Adds numbers in the order numpy adds them, so that sums agree with it to the last bit.</summary>
static class PairwiseSum
{
    /// <summary>The sum: eight running sums up to 128 numbers, halves of them beyond.</summary>
    /// <remarks>numpy's pairwise summation, <see href="https://numpy.org/doc/1.24/reference/generated/numpy.sum.html"/>.</remarks>
    public static double Of(ReadOnlySpan<double> values)
    {
        const int Lanes = 8, Block = 128;
        if (values.Length > Block)
        {
            int half = values.Length / 2 / Lanes * Lanes;
            return Of(values[..half]) + Of(values[half..]);
        }

        double sum = 0;
        int i = 0;
        if (values.Length >= Lanes)
        {
            Span<double> r = stackalloc double[Lanes];
            for (; i + Lanes <= values.Length; i += Lanes)
            {
                for (int lane = 0; lane < Lanes; lane++)
                    r[lane] += values[i + lane];
            }
            sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
        }
        for (; i < values.Length; i++)
            sum += values[i];
        return sum;
    }
}
