namespace Fingerspell.App.Checks;

/// <summary>Whether what a check looks at is there and works.</summary>
enum State
{
    /// <summary>There, tried, works.</summary>
    Ok,

    /// <summary>Absent or broken.</summary>
    Missing,
}
