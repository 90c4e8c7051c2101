namespace Fingerspell.Spelling.Drawn;

/// <summary>
/// Beyond which a motion is no drawn letter. Lengths are in hands' sizes (the longer side of the hand's box), so that near
/// and far hands are alike.
/// </summary>
static class DrawnLimits
{
    /// <summary>The shortest and the longest time that a drawing takes, in seconds.</summary>
    public const double Shortest = 0.3, Longest = 3.2;

    /// <summary>How long a hand has come to rest when its drawing is over, in seconds.</summary>
    public const double Rest = 0.15;
}
