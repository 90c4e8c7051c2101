namespace Fingerspell.Training.Evaluation;

/// <summary>Adds numbers in the order numpy adds them, so that sums agree with it to the last bit.</summary>
/// <remarks>numpy's pairwise summation, <see href="https://numpy.org/doc/1.24/reference/generated/numpy.sum.html"/>.</remarks>
static class PairwiseSum
{
    /// <summary>numpy hands so many numbers at a time to its summation (<c>numpy.getbufsize()</c>).</summary>
    const int Buffer = 8192;

    const int Lanes = 8, Block = 128;

    /// <summary>The sum, one buffer after the other.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        double sum = 0;
        for (; values.Length > Buffer; values = values[Buffer..])
            sum += Pairwise(values[..Buffer]);
        return sum + Pairwise(values);
    }

    /// <summary>Eight running sums up to 128 numbers, halves of them beyond.</summary>
    static double Pairwise(ReadOnlySpan<double> values)
    {
        if (values.Length > Block)
        {
            int half = values.Length / 2 / Lanes * Lanes;
            return Pairwise(values[..half]) + Pairwise(values[half..]);
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
