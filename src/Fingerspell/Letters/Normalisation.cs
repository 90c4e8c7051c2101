namespace Fingerspell.Letters;

/// <summary>
/// How a letter model scales pixels. It does so itself, inside its graph, so this is for the reader's information only.
/// </summary>
public enum Normalisation
{
    /// <summary>Divided by 255.</summary>
    Unit,

    /// <summary>Less the crop's mean, divided by the crop's standard deviation.</summary>
    Standardised,
}
