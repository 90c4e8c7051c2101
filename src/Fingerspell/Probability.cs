namespace Fingerspell;

/// <summary>Checks what callers give as a probability.</summary>
static class Probability
{
    /// <summary>The value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not from 0 to 1.</exception>
    public static double Require(double value, string name) =>
        value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, "must be from 0 to 1");
}
