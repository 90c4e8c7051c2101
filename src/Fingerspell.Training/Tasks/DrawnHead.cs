using System.Numerics;

namespace Fingerspell.Training.Tasks;

/// <summary>
/// A head with its neck and shoulders, drawn of ellipsoids: not a likeness, but what a face is to a hand finder, skin of the hand's
/// colour with eyes, brows, mouth and hair on it, above clothes. There are few faces in the photographs to learn from.
/// </summary>
/// <remarks>Lengths are mm from the middle of the head, right, up and toward the eye; an average head's, placed by eye.</remarks>
sealed class DrawnHead
{
    /// <summary>How many mm a picture spans.</summary>
    public const float Span = 760;

    /// <summary>The skin of all heads as it is in white light, linear; whoever shows one gives it another.</summary>
    static readonly Vector3 Skin = new(0.60f, 0.34f, 0.23f);

    /// <summary>About what pictures show of it: red, green and blue, 0–255.</summary>
    public static readonly float[] MeanSkin = [188, 145, 121];

    const float Wide = 76, High = 122, Up = 120;    // half a head; how far its middle is above the picture's
    const float Seam = 2.5f;    // mm of depth over which parts that meet go over into each other
    const int Samples = 2;

    readonly List<Ellipsoid> parts = [];
    readonly Vector3 light;
    readonly float ambient;

    DrawnHead(Random random)
    {
        var turn = Quaternion.CreateFromYawPitchRoll(Spread(0.5f), Spread(0.22f), Spread(0.2f));
        light = Vector3.Normalize(new(Spread(1), 0.4f + Spread(0.8f), 0.4f + random.NextSingle()));
        ambient = 0.25f + 0.35f * random.NextSingle();
        Vector3 hair = Hair(), cloth = new(Any(), Any(), Any());
        float jaw = 60 + Spread(6), length = random.NextSingle();

        Add(new(0, 30, -10), new(74, 92, 92), Skin);
        Add(new(0, -38, 12), new(jaw, 82, 72), Skin);
        Add(new(0, -12, 84), new(14 + Spread(3), 24, 22), Skin);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            Add(new(side * 75, -5, -12), new(10, 30, 18), Skin);
            Add(new(side * 32, 8, 66), new(15, 4 + 5 * random.NextSingle(), 9), new(0.62f, 0.58f, 0.55f));
            Add(new(side * 32 + Spread(5), 8, 70), new(7, 5, 7), new(0.03f, 0.025f, 0.02f));
            Add(new(side * 33, 27 + Spread(3), 70), new(20, 3 + 3 * random.NextSingle(), 9), hair * 0.7f);
        }
        Add(new(0, -54, 75), new(24 + Spread(5), 6 + 4 * random.NextSingle(), 12), Skin * new Vector3(0.75f, 0.42f, 0.45f));
        if (random.NextSingle() < 0.25f)
            Add(new(0, -56, 82), new(17, 5, 9), random.NextSingle() < 0.5f ? new(0.7f) : new(0.06f, 0.02f, 0.02f));
        if (random.NextSingle() < 0.85f)
            Add(new(0, 46 + Spread(6), -24 + Spread(8)), new(84, 88 + Spread(6), 94), hair);
        if (length < 0.4f)
            Add(new(0, -60 - 40 * length, -52), new(98, 150, 62), hair);
        if (random.NextSingle() < 0.25f)
            Add(new(0, -72, 16), new(jaw + 3, 56, 68), hair);
        Add(new(0, -150, -22), new(52, 110, 50), Skin, isTurned: false);
        Add(new(0, -228, -30), new(195 + Spread(25), 62, 80), cloth, isTurned: false);
        Add(new(0, -520, -30), new(205 + Spread(15), 330, 105), cloth, isTurned: false);

        float Spread(float most) => most * (2 * random.NextSingle() - 1);
        float Any() => 0.9f * random.NextSingle() * random.NextSingle();
        Vector3 Hair() => Vector3.Lerp(new(0.01f, 0.008f, 0.007f), new(0.35f, 0.22f, 0.10f), random.NextSingle() * random.NextSingle())
            + new Vector3(random.NextSingle() < 0.15f ? 0.35f : 0);
        void Add(Vector3 centre, Vector3 radii, Vector3 colour, bool isTurned = true) =>
            parts.Add(new(centre, radii, colour, isTurned ? turn : Quaternion.Identity));
    }

    /// <summary>The head of a number, the same one each time.</summary>
    /// <param name="number">0 or more.</param>
    /// <param name="side">The picture's side in pixels.</param>
    public static DrawnScene Of(int number, int side)
    {
        var head = new DrawnHead(new Random(DrawnScene.Seed(number)));
        int plane = side * side;
        byte[] pixels = new byte[3 * plane], shape = new byte[plane];
        for (int i = 0; i < plane; i++)
        {
            var (colour, share) = head.At(i % side, i / side, Span / side);
            shape[i] = (byte)(255 * share + 0.5f);
            for (int channel = 0; channel < 3; channel++)
            {
                float level = share > 0 ? Encode(colour[channel] / share) : DrawnScene.Grey;
                pixels[channel * plane + i] = (byte)(DrawnScene.Grey + (level - DrawnScene.Grey) * shape[i] / 255 + 0.5f);
            }
        }
        float half = Span / 2;
        return new(pixels, shape, new((half - Wide) / Span, (half - Up - High) / Span, (half + Wide) / Span, (half - Up + High) / Span));
    }

    /// <summary>The light that a pixel sends, times the share of it that is covered; and that share.</summary>
    (Vector3 Colour, float Share) At(int column, int row, float pixel)
    {
        var sum = Vector3.Zero;
        int hits = 0;
        for (int i = 0; i < Samples * Samples; i++)
        {
            float x = (column + (i % Samples + 0.5f) / Samples) * pixel - Span / 2, y = Span / 2 - (row + (i / Samples + 0.5f) / Samples) * pixel - Up;
            if (Ray(x, y) is not { } colour)
                continue;
            sum += colour;
            hits++;
        }
        return (sum / (Samples * Samples), (float)hits / (Samples * Samples));
    }

    /// <summary>The light along one ray toward the eye, or null where nothing is. Parts that meet go over into each other.</summary>
    Vector3? Ray(float x, float y)
    {
        Span<float> depths = stackalloc float[parts.Count];
        Span<Vector3> normals = stackalloc Vector3[parts.Count];
        float front = float.NegativeInfinity;
        for (int i = 0; i < parts.Count; i++)
        {
            depths[i] = parts[i].Hit(x, y, out normals[i]);
            front = Math.Max(front, depths[i]);
        }
        if (float.IsNegativeInfinity(front))
            return null;
        Vector3 colour = default, normal = default;
        float sum = 0;
        for (int i = 0; i < parts.Count; i++)
        {
            float weight = MathF.Exp((depths[i] - front) / Seam);
            sum += weight;
            normal += weight * normals[i];
            colour += weight * parts[i].Colour;
        }
        float facing = Vector3.Dot(Vector3.Normalize(normal), light);
        return colour / sum * (ambient + Math.Max(0, (facing + 0.3f) / 1.3f));
    }

    static byte Encode(float linear) => (byte)(255 * MathF.Pow(Math.Clamp(linear, 0, 1), 1 / 2.2f) + 0.5f);
}
