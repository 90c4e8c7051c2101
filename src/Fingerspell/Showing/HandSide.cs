namespace Fingerspell.Showing;

/// <summary>Which hand signs.</summary>
public enum HandSide
{
    /// <summary>The right one.</summary>
    Right,

    /// <summary>The left one, which signs in mirror image.</summary>
    Left,
}
