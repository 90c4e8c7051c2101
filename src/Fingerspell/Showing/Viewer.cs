namespace Fingerspell.Showing;

/// <summary>Who sees the hand.</summary>
public enum Viewer
{
    /// <summary>The one who is signed to, and the camera.</summary>
    Watcher,

    /// <summary>The one who signs and looks at the own hand.</summary>
    Signer,
}
