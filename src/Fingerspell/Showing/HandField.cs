using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>
/// The surface of a hand as a field of distances. The palm's bones melt into one another, a finger's first bone melts
/// into the palm, and a finger's bones into each other; apart from that parts only touch, so that the line between them
/// stays. The melting is I. Quilez's polynomial smooth minimum.
/// </summary>
sealed class HandField(Bone[] bones)
{
    const float Far = 1000;
    const float PalmBlend = 13, RootBlend = 9, FingerBlend = 2;

    /// <summary>How far the melting of bones can lift the surface above each of them, in mm.</summary>
    public const float Swell = 7;

    /// <summary>The bones, those of one part following one another.</summary>
    public Bone[] Bones => bones;

    /// <summary>The distance of a point from the surface, negative inside.</summary>
    /// <param name="point">The point, in the hand's axes.</param>
    /// <param name="near">Indices, rising, of the bones to heed: the rest is known to be far.</param>
    public float Distance(Vector3 point, ReadOnlySpan<int> near)
    {
        float palm = Far, all = Far, finger = Far;
        var part = Part.Palm;
        foreach (int i in near)
        {
            ref readonly var bone = ref bones[i];
            float distance = bone.Distance(point);
            if (bone.Part == Part.Palm)
            {
                palm = Melt(palm, distance, PalmBlend);
                continue;
            }
            if (bone.Part != part)
            {
                all = Math.Min(all, finger);
                (part, finger) = (bone.Part, Far);
            }
            if (bone.Segment == Segment.Proximal)
                all = Math.Min(all, Melt(palm, distance, RootBlend));
            finger = Melt(finger, distance, FingerBlend);
        }
        return Math.Min(Math.Min(all, palm), finger);
    }

    /// <summary>The bone whose own surface is nearest to a point.</summary>
    public ref readonly Bone Nearest(Vector3 point, ReadOnlySpan<int> near)
    {
        int best = near[0];
        float least = float.MaxValue;
        foreach (int i in near)
        {
            float distance = bones[i].Distance(point);
            if (distance < least)
                (least, best) = (distance, i);
        }
        return ref bones[best];
    }

    /// <summary>The direction out of the surface at a point of it.</summary>
    public Vector3 Normal(Vector3 point, ReadOnlySpan<int> near)
    {
        // The four corners of a tetrahedron give the gradient in four looks instead of six.
        const float step = 0.3f;
        var sum = Vector3.Zero;
        foreach (var corner in (ReadOnlySpan<Vector3>)[new(1, -1, -1), new(-1, -1, 1), new(-1, 1, -1), new(1, 1, 1)])
            sum += corner * Distance(point + corner * step, near);
        return sum.LengthSquared() > 0 ? Vector3.Normalize(sum) : Vector3.UnitZ;
    }

    static float Melt(float a, float b, float width)
    {
        float share = Math.Max(width - Math.Abs(a - b), 0) / width;
        return Math.Min(a, b) - share * share * width * 0.25f;
    }
}
