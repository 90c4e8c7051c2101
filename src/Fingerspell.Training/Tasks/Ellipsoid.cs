using System.Numerics;

namespace Fingerspell.Training.Tasks;

/// <summary>A part of a drawn head, an ellipsoid, seen along the third axis.</summary>
sealed class Ellipsoid
{
    // The picture's axes and the centre in the ellipsoid's own axes and radii: there it is a sphere.
    readonly Vector3 right, up, toward, centre, radii;
    readonly Quaternion turn;

    /// <param name="centre">Its centre before the head turns, mm.</param>
    /// <param name="radii">Its half axes, mm.</param>
    /// <param name="colour">Its colour in white light, linear.</param>
    /// <param name="turn">How the head is turned about its middle.</param>
    public Ellipsoid(Vector3 centre, Vector3 radii, Vector3 colour, Quaternion turn)
    {
        (this.radii, this.turn, Colour) = (radii, turn, colour);
        this.centre = centre / radii;
        var back = Quaternion.Conjugate(turn);
        right = Vector3.Transform(Vector3.UnitX, back) / radii;
        up = Vector3.Transform(Vector3.UnitY, back) / radii;
        toward = Vector3.Transform(Vector3.UnitZ, back) / radii;
    }

    public Vector3 Colour { get; }

    /// <summary>How far toward the eye the surface is, −∞ where it is not; and the direction out of it there.</summary>
    /// <param name="x">Where in the picture, mm right of the head's middle.</param>
    /// <param name="y">And above it.</param>
    /// <param name="normal">Of length 1, or 0 where it is not.</param>
    public float Hit(float x, float y, out Vector3 normal)
    {
        var from = right * x + up * y - centre;
        float a = toward.LengthSquared(), b = Vector3.Dot(from, toward), c = from.LengthSquared() - 1, root = b * b - a * c;
        normal = default;
        if (root <= 0)
            return float.NegativeInfinity;
        float depth = (MathF.Sqrt(root) - b) / a;
        normal = Vector3.Normalize(Vector3.Transform((from + toward * depth) / radii, turn));
        return depth;
    }
}
