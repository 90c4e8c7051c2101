namespace Fingerspell.Spelling;

/// <summary>
/// Measures how long something is shown that is not seen in every reading: it fills while the thing is seen and drains
/// while it is not, so that one reading that fails costs time, and not the hold.
/// </summary>
/// <param name="fill">How long it must be seen to fill.</param>
/// <param name="drain">How long it must be gone to be empty again.</param>
struct HoldTimer(TimeSpan fill, TimeSpan drain)
{
    /// <summary>Short of 1 by what many small steps may lose.</summary>
    const double Full = 1 - 1e-9;

    double certaintyBefore;

    /// <summary>How full it is, 0–1.</summary>
    public double Level { get; private set; }

    /// <summary>Whether it was full and has not been empty since: what it measures is spent until it was let go.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>Whether it is full and not yet spent.</summary>
    public readonly bool IsDue => Level >= Full && !IsSpent;

    /// <summary>Lets time pass.</summary>
    /// <param name="time">How much since the last call.</param>
    /// <param name="certainty">How surely the thing is seen now: 1 surely, 0 not to be said, −1 surely not.</param>
    public void Pass(TimeSpan time, double certainty)
    {
        // What is between two readings is half the one and half the other.
        double mean = (certaintyBefore + certainty) / 2;
        certaintyBefore = certainty;
        if (mean != 0) // nothing times a share without end is not nothing
            Level = Math.Clamp(Level + mean * Share(time, mean > 0 ? fill : drain), 0, 1);
        IsSpent &= Level > 0;
    }

    /// <summary>Spends it: what was due is done.</summary>
    public void Spend() => IsSpent = true;

    // A time of zero is over at once, even when no time has passed.
    static double Share(TimeSpan time, TimeSpan whole) => whole > TimeSpan.Zero ? time / whole : double.PositiveInfinity;
}
