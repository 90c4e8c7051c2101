using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>The line from one point of a picture to another.</summary>
static class LineSegment
{
    /// <summary>How far a point is from the line between two others, which may be the same one.</summary>
    public static float Away(Vector2 point, Vector2 from, Vector2 to)
    {
        var axis = to - from;
        float square = axis.LengthSquared();
        float along = square > 0 ? Math.Clamp(Vector2.Dot(point - from, axis) / square, 0, 1) : 0;
        return Vector2.Distance(point, from + axis * along);
    }
}
