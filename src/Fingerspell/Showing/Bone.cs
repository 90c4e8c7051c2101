using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>A bone with the flesh about it: a cone with round ends, fuller on the palm's side. In mm, in the hand's axes.</summary>
readonly struct Bone
{
    readonly Vector3 axis;
    readonly float inverseSquare;
    readonly float radius, taper, pad;

    /// <param name="part">What it belongs to.</param>
    /// <param name="segment">Which bone of it.</param>
    /// <param name="from">Middle of the end near the wrist.</param>
    /// <param name="to">Middle of the end near the tip.</param>
    /// <param name="radius">Radius at <paramref name="from"/>.</param>
    /// <param name="end">Radius at <paramref name="to"/>.</param>
    /// <param name="palmar">Unit vector out of the side that looks to the palm.</param>
    /// <param name="pad">How much thicker the flesh is half way on the palm's side, and thinner on the back.</param>
    public Bone(Part part, Segment segment, Vector3 from, Vector3 to, float radius, float end, Vector3 palmar, float pad = 0)
    {
        (Part, Segment, From, To, Palmar) = (part, segment, from, to, palmar);
        axis = to - from;
        inverseSquare = 1 / Math.Max(axis.LengthSquared(), 1e-6f);
        (this.radius, taper, this.pad) = (radius, end - radius, pad);
    }

    public Part Part { get; }

    public Segment Segment { get; }

    public Vector3 From { get; }

    public Vector3 To { get; }

    public Vector3 Palmar { get; }

    /// <summary>The largest distance of its surface from its axis.</summary>
    public float Reach => Math.Max(radius, radius + taper) + pad;

    /// <summary>The distance of a point from the surface, negative inside; nearly exact, as its taper is small.</summary>
    public float Distance(Vector3 point)
    {
        var from = point - From;
        float along = Math.Clamp(Vector3.Dot(from, axis) * inverseSquare, 0, 1);
        var away = from - axis * along;
        float length = away.Length();
        float thickness = radius + taper * along;
        if (pad > 0 && length > 1e-4f)
            thickness += pad * 4 * along * (1 - along) * Vector3.Dot(away, Palmar) / length;
        return length - thickness;
    }

    /// <summary>Where a point is beside the bone: along it in mm, to its side and out of its palm's side in radii.</summary>
    public Vector3 Locate(Vector3 point)
    {
        float length = axis.Length();
        var direction = axis / length;
        var from = point - From;
        float along = Vector3.Dot(from, direction);
        float thickness = radius + taper * Math.Clamp(along / length, 0, 1);
        var side = Vector3.Cross(direction, Palmar);
        return new Vector3(along, Vector3.Dot(from, side) / thickness, Vector3.Dot(from, Palmar) / thickness);
    }

    /// <summary>Its length between the middles of its ends, in mm.</summary>
    public float Length => axis.Length();
}
