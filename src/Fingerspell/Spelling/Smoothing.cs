namespace Fingerspell.Spelling;

/// <summary>Exponential smoothing of what comes at any times.</summary>
static class Smoothing
{
    /// <summary>What the newest value weighs, 0–1, against all before it.</summary>
    /// <param name="passed">The time since the last value.</param>
    /// <param name="memory">The time in which a value's weight falls to 1/e; zero forgets all but the newest.</param>
    public static double ShareOfNew(TimeSpan passed, TimeSpan memory) =>
        memory > TimeSpan.Zero ? 1 - Math.Exp(-(passed / memory)) : 1;
}
