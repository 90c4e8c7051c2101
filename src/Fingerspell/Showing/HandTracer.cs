using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>
/// Finds the surface below each sample of a picture by walking along the ray as far as the field says that nothing is near
/// (J. C. Hart, "Sphere Tracing", The Visual Computer 12, 1996). Tiles of samples share a list of the bones that matter.
/// </summary>
sealed class HandTracer
{
    const int TileSize = 16;
    const int MostSteps = 200;
    const float Close = 0.05f;

    /// <summary>The least step, in mm: along a grazing ray the distances shrink without end.</summary>
    const float LeastStep = 0.1f;

    readonly HandView view;
    readonly HandField field;
    readonly HandSkin skin;
    readonly Lamp lamp;
    readonly Vector3[] from, to;
    readonly int width, height;
    readonly float step;

    public HandTracer(Pose pose, HandLook look, int width, int height)
    {
        (this.width, this.height) = (width, height);
        step = look.Span / Math.Min(width, height);
        view = new HandView(pose, look);
        field = new HandField(Skeleton.Build(pose, look.Build));
        skin = new HandSkin(look.Tone);
        var light = Vector3.Normalize(look.Light);
        lamp = new Lamp(field, view.Right * light.X + view.Up * light.Y + view.Toward * light.Z, view.Toward, view.Up);
        from = [.. field.Bones.Select(bone => view.ToPicture(bone.From))];
        to = [.. field.Bones.Select(bone => view.ToPicture(bone.To))];
        Colours = new Vector3[width * height];
        Normals = new Vector3[width * height];
        Depths = new float[width * height];
        Array.Fill(Depths, float.NegativeInfinity);
    }

    /// <summary>Millimetres from one sample to the next.</summary>
    public float Step => step;

    /// <summary>The light of each sample, linear; 0 where there is no hand.</summary>
    public Vector3[] Colours { get; }

    /// <summary>The direction out of the surface of each sample, in the hand's axes; 0 where there is no hand.</summary>
    public Vector3[] Normals { get; }

    /// <summary>How far toward the eye the surface is, in mm; −∞ where there is no hand.</summary>
    public float[] Depths { get; }

    /// <summary>Traces all samples. The result does not depend on the number of threads.</summary>
    /// <param name="cores">How many threads.</param>
    public void Run(ParallelOptions cores)
    {
        int rows = (height + TileSize - 1) / TileSize;
        Parallel.For(0, rows, cores, row =>
        {
            Span<int> bones = stackalloc int[field.Bones.Length];
            for (int left = 0; left < width; left += TileSize)
                Trace(left, row * TileSize, bones);
        });
    }

    void Trace(int left, int top, Span<int> bones)
    {
        float half = TileSize * step / 2;
        var middle = new Vector2((left - width / 2f) * step + half, (height / 2f - top) * step - half);
        float corner = half * 1.4143f;
        int count = 0;
        bool isHit = false;
        float front = float.MinValue, behind = float.MaxValue;
        for (int i = 0; i < from.Length; i++)
        {
            float away = LineSegment.Away(middle, new(from[i].X, from[i].Y), new(to[i].X, to[i].Y)) - field.Bones[i].Reach - corner;
            if (away > Lamp.CornerReach + 2)
                continue;
            bones[count++] = i;
            isHit |= away <= HandField.Swell;
            float reach = field.Bones[i].Reach + HandField.Swell;
            front = Math.Max(front, Math.Max(from[i].Z, to[i].Z) + reach);
            behind = Math.Min(behind, Math.Min(from[i].Z, to[i].Z) - reach);
        }
        if (!isHit)
            return;
        var near = bones[..count];
        for (int y = top; y < Math.Min(top + TileSize, height); y++)
        {
            for (int x = left; x < Math.Min(left + TileSize, width); x++)
                Trace(x, y, front, behind, near);
        }
    }

    void Trace(int x, int y, float front, float behind, ReadOnlySpan<int> near)
    {
        var start = view.ToHand((x + 0.5f - width / 2f) * step, (height / 2f - y - 0.5f) * step, 0);
        float depth = front;
        for (int i = 0; i < MostSteps && depth > behind; i++)
        {
            var point = start + view.Toward * depth;
            float distance = field.Distance(point, near);
            if (distance < Close)
            {
                Light(y * width + x, point, depth, near);
                return;
            }
            depth -= Math.Max(distance * 0.95f, LeastStep);
        }
    }

    void Light(int sample, Vector3 point, float depth, ReadOnlySpan<int> near)
    {
        var normal = field.Normal(point, near);
        ref readonly var bone = ref field.Nearest(point, near);
        var (colour, gloss) = skin.At(bone, point, normal);
        Colours[sample] = lamp.Shade(point, normal, colour, gloss, near);
        Normals[sample] = normal;
        Depths[sample] = depth;
    }
}
