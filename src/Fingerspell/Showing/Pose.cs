using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>A hand at one moment: the bend of its joints, which way it is turned, and where its palm is.</summary>
/// <param name="Shape">The bend of its joints.</param>
/// <param name="Orientation">Which way it is turned.</param>
/// <param name="Place">Where the middle of the palm is for the watcher of a right hand, in mm to the right and up.</param>
public sealed record Pose(Handshape Shape, Orientation Orientation, Vector2 Place = default)
{
    /// <summary>The pose on the way from one to another.</summary>
    /// <param name="from">The pose at 0.</param>
    /// <param name="to">The pose at 1.</param>
    /// <param name="share">How far on the way, 0–1.</param>
    public static Pose Between(Pose from, Pose to, float share) => new(
        Handshape.Between(from.Shape, to.Shape, share),
        Orientation.Between(from.Orientation, to.Orientation, share),
        Vector2.Lerp(from.Place, to.Place, share));
}
