using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>
/// Which way a right hand is turned, in degrees, for a watcher in front of the signer. 0, 0, 0: fingers up, palm to the
/// watcher. The turn is made first, then the tilt, then the lean.
/// </summary>
/// <param name="Turn">About the upright axis; positive brings the thumb's side toward the watcher, 180 shows the back.</param>
/// <param name="Tilt">Of the fingertips toward the watcher.</param>
/// <param name="Lean">In the picture, clockwise for the watcher: 90 points the fingers to the watcher's right.</param>
/// <param name="Elbow">Where the forearm goes in the picture, clockwise from straight down; positive to the watcher's left.</param>
public readonly record struct Orientation(float Turn, float Tilt, float Lean, float Elbow = 12)
{
    /// <summary>The rotation from the hand's axes to the watcher's (x right, y up, z toward the watcher).</summary>
    public Quaternion Rotation
    {
        get
        {
            var turn = Quaternion.CreateFromAxisAngle(Vector3.UnitY, -float.DegreesToRadians(Turn));
            var tilt = Quaternion.CreateFromAxisAngle(Vector3.UnitX, float.DegreesToRadians(Tilt));
            var lean = Quaternion.CreateFromAxisAngle(Vector3.UnitZ, -float.DegreesToRadians(Lean));
            return lean * tilt * turn;
        }
    }

    /// <summary>The orientation on the way from one to another, angle by angle.</summary>
    /// <param name="from">The orientation at 0.</param>
    /// <param name="to">The orientation at 1.</param>
    /// <param name="share">How far on the way, 0–1.</param>
    public static Orientation Between(Orientation from, Orientation to, float share) => new(
        float.Lerp(from.Turn, to.Turn, share),
        float.Lerp(from.Tilt, to.Tilt, share),
        float.Lerp(from.Lean, to.Lean, share),
        float.Lerp(from.Elbow, to.Elbow, share));
}
