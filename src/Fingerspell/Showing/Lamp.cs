using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>The light on a hand: a lamp, a weak one from the eye, the room, and less of it in corners.</summary>
/// <param name="field">The hand's surface.</param>
/// <param name="lamp">Unit vector to the lamp, in the hand's axes.</param>
/// <param name="eye">Unit vector to the eye.</param>
/// <param name="up">Unit vector upward.</param>
sealed class Lamp(HandField field, Vector3 lamp, Vector3 eye, Vector3 up)
{
    /// <summary>How far a corner's other side is looked for, in mm.</summary>
    public const float CornerReach = 13;

    static readonly Vector3 LampColour = new(1.02f, 1.0f, 0.96f);
    static readonly Vector3 RoomColour = new(0.36f, 0.375f, 0.40f);
    static readonly Vector3 BounceColour = new(0.20f, 0.17f, 0.15f);

    /// <summary>The light that a point of the surface sends to the eye, linear.</summary>
    public Vector3 Shade(Vector3 point, Vector3 normal, Vector3 skin, float gloss, ReadOnlySpan<int> near)
    {
        float open = Openness(point, normal, near);
        float facing = Vector3.Dot(normal, lamp);
        // Light scatters below the skin, red farthest: the edge of the shade is soft and warm.
        var direct = new Vector3(Wrapped(facing, 0.38f), Wrapped(facing, 0.24f), Wrapped(facing, 0.20f)) * LampColour;
        float fill = 0.16f * Math.Max(Vector3.Dot(normal, eye), 0);
        float sky = 0.5f + 0.5f * Vector3.Dot(normal, up);
        var room = Vector3.Lerp(BounceColour, RoomColour, sky) + new Vector3(fill);
        // What corners keep away is mostly blue and green: skin lights skin red.
        var corner = new Vector3(MathF.Pow(open, 0.85f), open, MathF.Pow(open, 1.08f));
        // No gloss comes from a lamp straight behind the hand, which has no direction half way to the eye.
        var half = lamp + eye;
        half = half.LengthSquared() > 0 ? Vector3.Normalize(half) : Vector3.Zero;
        float shine = gloss * 0.5f * MathF.Pow(Math.Max(Vector3.Dot(normal, half), 0), 12 + 60 * gloss);
        return skin * (direct * (0.45f + 0.55f * open) * 0.78f + room) * corner + new Vector3(shine * open * 0.5f);
    }

    /// <summary>How little the surroundings stand in the way of light from all sides, 0–1: distances along the normal.</summary>
    float Openness(Vector3 point, Vector3 normal, ReadOnlySpan<int> near)
    {
        float hidden = 0, weight = 0.55f;
        foreach (float height in (ReadOnlySpan<float>)[1.2f, 3.2f, 7f, 12f])
        {
            float distance = field.Distance(point + normal * height, near);
            hidden += weight * Math.Clamp((height - distance) / height, 0, 1);
            weight *= 0.75f;
        }
        return Math.Clamp(1 - 0.80f * hidden, 0.05f, 1);
    }

    static float Wrapped(float facing, float wrap) => Math.Max((facing + wrap) / ((1 + wrap) * (1 + wrap)), 0);
}
