namespace Fingerspell.Training.Networks;

/// <summary>
/// How grey levels 0–255 become a network's first numbers. It is part of the network and of the exported model, so
/// whoever reads with the model gives it bare pixels and cannot get it wrong.
/// </summary>
public enum PixelNormalisation
{
    /// <summary>Pixel / 255, as the tutorial does.</summary>
    Unit,

    /// <summary>Each crop less its mean, over its deviation: light and contrast no longer count.</summary>
    Standardised,
}
