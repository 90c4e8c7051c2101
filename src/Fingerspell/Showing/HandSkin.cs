using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>The colour of a hand's surface, in linear light: skin, its creases, and the nails.</summary>
sealed class HandSkin(SkinTone tone)
{
    static readonly Vector3 NailTint = new(1.0f, 0.86f, 0.82f);
    static readonly Vector3 FreeEdge = new(0.80f, 0.74f, 0.68f);

    readonly Vector3 back = Linear(tone.Back);
    readonly Vector3 palm = Linear(tone.Palm);

    /// <summary>The colour and how glossy it is, 0–1.</summary>
    /// <param name="bone">The bone below.</param>
    /// <param name="point">The point, in the hand's axes.</param>
    /// <param name="normal">The direction out of the surface there.</param>
    public (Vector3 Colour, float Gloss) At(in Bone bone, Vector3 point, Vector3 normal)
    {
        float palmar = Vector3.Dot(normal, bone.Palmar);
        var colour = Vector3.Lerp(back, palm, Smooth(-0.35f, 0.45f, palmar));
        var at = bone.Locate(point);
        if (bone.Part == Part.Palm)
            return (colour * PalmCreases(point, palmar), 0.12f);
        colour *= JointCreases(bone, at, palmar);
        if (bone.Segment != Segment.Distal)
            return (colour, 0.12f);
        // Fingertips are redder, with blood below thin skin.
        float tip = Smooth(0.3f, 1.1f, at.X / bone.Length);
        colour *= Vector3.Lerp(Vector3.One, new Vector3(1.02f, 0.93f, 0.92f), tip);
        return Nail(bone, at, colour);
    }

    static (Vector3 Colour, float Gloss) Nail(in Bone bone, Vector3 at, Vector3 colour)
    {
        bool isThumb = bone.Part == Part.Thumb;
        float length = bone.Length + (isThumb ? 3.5f : 2.5f);
        float start = length * 0.36f, end = length * 1.02f;
        float middle = (start + end) / 2, half = (end - start) / 2;
        float along = (at.X - middle) / half;
        float side = at.Y / 0.74f;
        // A rounded square, on the back only.
        float rounded = along * along * along * along + side * side * side * side;
        float inside = at.Z < 0 ? 1 - Smooth(0.85f, 1.0f, rounded) : 0;
        float rim = at.Z < 0 ? Smooth(0.7f, 1.0f, rounded) * (1 - Smooth(1.0f, 1.45f, rounded)) : 0;
        var light = Vector3.Lerp(colour, new Vector3(0.9f, 0.72f, 0.66f), 0.42f) * NailTint;
        light = Vector3.Lerp(light, FreeEdge, Smooth(0.66f, 0.8f, along) * 0.55f);
        var with = Vector3.Lerp(colour * (1 - 0.42f * rim), light, inside);
        return (with, 0.12f + 0.38f * inside);
    }

    static float JointCreases(in Bone bone, Vector3 at, float palmar)
    {
        if (palmar > 0)
            return 1 - 0.30f * Smooth(0.05f, 0.5f, palmar) * (Line(at.X, 0.3f, 0.55f) + 0.5f * Line(at.X, bone.Segment == Segment.Middle ? -2.2f : -99, 0.4f));
        // Wrinkles over a knuckle: three where the finger bends most, one at its last joint.
        float wrinkles = bone.Segment == Segment.Middle ? Line(at.X, -2.4f, 0.5f) + Line(at.X, 0, 0.5f) + Line(at.X, 2.4f, 0.5f)
            : bone.Segment == Segment.Distal ? Line(at.X, 0, 0.5f) + 0.6f * Line(at.X, 1.8f, 0.4f) : 0;
        float width = 1 - Smooth(0.5f, 0.8f, Math.Abs(at.Y));
        return 1 - 0.16f * wrinkles * width * Smooth(0.3f, 0.7f, -palmar);
    }

    static float PalmCreases(Vector3 point, float palmar)
    {
        if (palmar < 0.3f)
            return 1;
        float x = point.X, y = point.Y;
        // The crease about the ball of the thumb, and the two across the palm, as arcs placed by eye.
        float ball = Arc(x, y, 36, 28, 40, 1.0f) * Within(x, -4, 26) * Within(y, 18, 72);
        float upper = Line(y, 77 - 0.0045f * (x + 40) * (x + 40) + 0.12f * (x + 40), 0.55f) * Within(x, -42, 14);
        float lower = Line(y, 66 - 0.004f * (x - 30) * (x - 30), 0.55f) * Within(x, -26, 32);
        float wrist = Line(y, 3, 0.5f) * Within(x, -22, 22);
        return 1 - 0.24f * Math.Min(1, ball + upper + lower + 0.7f * wrist) * Smooth(0.3f, 0.7f, palmar);
    }

    static float Arc(float x, float y, float centreX, float centreY, float radius, float width) =>
        Line(MathF.Sqrt((x - centreX) * (x - centreX) + (y - centreY) * (y - centreY)), radius, width * 0.6f);

    static float Within(float value, float least, float most) =>
        Smooth(least, least + 6, value) * (1 - Smooth(most - 6, most, value));

    static float Line(float value, float at, float width)
    {
        float away = (value - at) / width;
        return 1 / (1 + away * away * away * away);
    }

    /// <summary>Hermite's step from 0 at <paramref name="from"/> to 1 at <paramref name="to"/>.</summary>
    public static float Smooth(float from, float to, float value)
    {
        float share = Math.Clamp((value - from) / (to - from), 0, 1);
        return share * share * (3 - 2 * share);
    }

    /// <summary>A colour in linear light, by the curve of IEC 61966-2-1.</summary>
    public static Vector3 Linear(Rgb colour) => new(Linear(colour.Red), Linear(colour.Green), Linear(colour.Blue));

    /// <summary>A linear value, 0–1, as a byte of sRGB.</summary>
    public static byte Encode(float linear)
    {
        float value = Math.Clamp(linear, 0, 1);
        value = value <= 0.0031308f ? 12.92f * value : 1.055f * MathF.Pow(value, 1 / 2.4f) - 0.055f;
        return (byte)(value * 255 + 0.5f);
    }

    static float Linear(byte value)
    {
        float share = value / 255f;
        return share <= 0.04045f ? share / 12.92f : MathF.Pow((share + 0.055f) / 1.055f, 2.4f);
    }
}
