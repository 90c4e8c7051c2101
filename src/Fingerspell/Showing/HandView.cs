using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>
/// Where the eye is: maps the picture (mm right and up of its middle, and toward the eye) to the hand's axes and back.
/// Looks straight ahead, without perspective.
/// </summary>
sealed class HandView
{
    readonly Vector3 origin;
    readonly Quaternion toWorld;
    readonly Vector2 centre;
    readonly Vector3 place;
    readonly float sideways, toward;

    public HandView(Pose pose, HandLook look)
    {
        toWorld = pose.Orientation.Rotation;
        place = new Vector3(pose.Place, 0);
        centre = look.Centre;
        // A left hand is the mirror image of a right one; the signer sees from behind, which swaps left and right too.
        toward = look.SeenBy == Viewer.Signer ? -1 : 1;
        sideways = toward * (look.Side == HandSide.Left ? -1 : 1);
        var toHand = Quaternion.Conjugate(toWorld);
        Right = Vector3.Transform(new Vector3(sideways, 0, 0), toHand);
        Up = Vector3.Transform(Vector3.UnitY, toHand);
        Toward = Vector3.Transform(new Vector3(0, 0, toward), toHand);
        origin = Vector3.Transform(new Vector3(centre, 0) - place, toHand) + Proportions.PalmMiddle;
    }

    /// <summary>The picture's directions, as unit vectors in the hand's axes.</summary>
    public Vector3 Right { get; }

    /// <summary>See <see cref="Right"/>.</summary>
    public Vector3 Up { get; }

    /// <summary>See <see cref="Right"/>; out of the picture, to the eye.</summary>
    public Vector3 Toward { get; }

    /// <summary>A point of the picture in the hand's axes.</summary>
    public Vector3 ToHand(float right, float up, float depth) => origin + Right * right + Up * up + Toward * depth;

    /// <summary>A point of the hand in the picture: right, up, toward the eye.</summary>
    public Vector3 ToPicture(Vector3 point)
    {
        var world = Vector3.Transform(point - Proportions.PalmMiddle, toWorld) + place;
        return new Vector3((world.X - centre.X) * sideways, world.Y - centre.Y, world.Z * toward);
    }
}
