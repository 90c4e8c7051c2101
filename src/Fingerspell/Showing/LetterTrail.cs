using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>The way of the fingertip that draws a J or a Z, as a line with an arrow's head; from the left and the top of a square picture.</summary>
/// <param name="Line">Points along the way.</param>
/// <param name="Barbs">The two ends of the arrow's head, whose tip is the way's end.</param>
/// <param name="Width">How wide both are drawn.</param>
sealed record LetterTrail(IReadOnlyList<Vector2> Line, IReadOnlyList<Vector2> Barbs, float Width)
{
    public static readonly Rgb Colour = new(36, 104, 190);

    const int Points = 49;

    /// <summary>The way of a letter.</summary>
    /// <param name="letter">J or Z.</param>
    /// <param name="look">How the hand is drawn.</param>
    /// <param name="size">The picture's side, in the unit that the trail shall have.</param>
    public static LetterTrail Of(char letter, HandLook look, float size)
    {
        float scale = size / look.Span;
        var points = new Vector2[Points];
        for (int i = 0; i < points.Length; i++)
        {
            var tip = LetterMotion.Tip(letter, i / (float)(points.Length - 1), look);
            points[i] = new Vector2(size / 2f + tip.X * scale, size / 2f - tip.Y * scale);
        }
        int back = points.Length - 1;
        while (back > 0 && Vector2.Distance(points[back], points[^1]) < 7 * scale)
            back--;
        var along = Vector2.Normalize(points[^1] - points[back]);
        var across = new Vector2(-along.Y, along.X);
        return new(
            points, [points[^1] - (along + across * 0.7f) * 11 * scale, points[^1] - (along - across * 0.7f) * 11 * scale], 3 * scale);
    }
}
