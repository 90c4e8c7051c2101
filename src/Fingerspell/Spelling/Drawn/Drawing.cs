namespace Fingerspell.Spelling.Drawn;

/// <summary>A motion that may be a drawn letter.</summary>
/// <param name="Began">When it began.</param>
/// <param name="Measures">What tells it from one that is none.</param>
sealed record Drawing(TimeSpan Began, double[] Measures)
{
    /// <summary>How long a hand has come to rest when its drawing is over, in seconds.</summary>
    public const double Rest = 0.15;

    /// <summary>The shortest and the longest time that a drawing takes with its rest, in seconds.</summary>
    public const double Shortest = 0.25, Longest = 3.5;
}
