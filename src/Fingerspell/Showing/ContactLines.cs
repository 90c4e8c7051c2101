using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>
/// Draws lines where one part of the hand ends before another, and where two meet: where the depth jumps or the surface
/// turns sharply within a line's width. They are what tells a learner fingers apart that lie side by side.
/// </summary>
static class ContactLines
{
    /// <summary>Half a line's width, in mm.</summary>
    const float HalfWidth = 0.62f;

    static readonly Vector3 Ink = new(0.42f, 0.24f, 0.18f);

    /// <summary>Darkens the samples on lines.</summary>
    /// <param name="traced">The samples.</param>
    /// <param name="width">Samples in a row.</param>
    /// <param name="height">Rows.</param>
    /// <param name="strength">How dark, 0–1.</param>
    /// <param name="cores">How many threads.</param>
    public static void Draw(HandTracer traced, int width, int height, float strength, ParallelOptions cores)
    {
        if (strength <= 0)
            return;
        int reach = Math.Max(1, (int)MathF.Round(HalfWidth / traced.Step));
        int slanted = Math.Max(1, (int)MathF.Round(reach * 0.7f));
        (int X, int Y)[] around =
        [
            (reach, 0), (-reach, 0), (0, reach), (0, -reach),
            (slanted, slanted), (-slanted, slanted), (slanted, -slanted), (-slanted, -slanted),
        ];
        Parallel.For(0, height, cores, y =>
        {
            for (int x = 0; x < width; x++)
            {
                int sample = y * width + x;
                if (float.IsNegativeInfinity(traced.Depths[sample]))
                    continue;
                float line = 0;
                foreach (var (right, down) in around)
                {
                    if (x + right >= 0 && x + right < width && y + down >= 0 && y + down < height)
                        line = Math.Max(line, Between(traced, sample, sample + down * width + right, reach));
                }
                traced.Colours[sample] *= Vector3.Lerp(Vector3.One, Ink, line * strength);
            }
        });
    }

    static float Between(HandTracer traced, int sample, int other, int reach)
    {
        if (float.IsNegativeInfinity(traced.Depths[other]))
            return 0.75f;
        float jump = Math.Abs(traced.Depths[sample] - traced.Depths[other]);
        float turn = Vector3.Dot(traced.Normals[sample], traced.Normals[other]);
        float wide = reach * traced.Step;
        return Math.Max(
            HandSkin.Smooth(2.2f * wide + 1.0f, 3.4f * wide + 2.2f, jump),
            HandSkin.Smooth(0.72f, 0.30f, turn));
    }
}
