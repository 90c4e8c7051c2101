using System.Numerics;
using Fingerspell.Imaging;

namespace Fingerspell.Showing;

/// <summary>Draws a hand. The same pose, look and size give the same pixels, on any number of cores.</summary>
public static class HandDrawing
{
    /// <summary>The largest side of a picture, in pixels.</summary>
    public const int LargestSide = 4096;

    /// <summary>Draws a square picture.</summary>
    /// <param name="pose">How the hand is held.</param>
    /// <param name="look">How it is drawn.</param>
    /// <param name="size">The side in pixels, 1 to <see cref="LargestSide"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is outside that.</exception>
    /// <exception cref="ArgumentException">The look's light has no direction.</exception>
    public static Drawing Render(Pose pose, HandLook look, int size) => Render(pose, look, size, size);

    /// <summary>Draws a picture of any shape; <see cref="HandLook.Span"/> is its shorter side.</summary>
    /// <param name="pose">How the hand is held.</param>
    /// <param name="look">How it is drawn.</param>
    /// <param name="width">The width in pixels, 1 to <see cref="LargestSide"/>.</param>
    /// <param name="height">The height in pixels, likewise.</param>
    /// <param name="threads">On how many cores at once, at most; −1 takes all.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side, or <see cref="HandLook.Samples"/>, is out of range.</exception>
    /// <exception cref="ArgumentException">The look's light has no direction.</exception>
    public static Drawing Render(Pose pose, HandLook look, int width, int height, int threads = -1)
    {
        ArgumentNullException.ThrowIfNull(pose);
        ArgumentNullException.ThrowIfNull(look);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, LargestSide);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, LargestSide);
        ArgumentOutOfRangeException.ThrowIfLessThan(look.Samples, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(look.Samples, 4);
        if (!(look.Light.LengthSquared() > 0))
            throw new ArgumentException($"the light {look.Light} has no direction; give it any length but 0", nameof(look));
        var (wide, high) = (width * look.Samples, height * look.Samples);
        var cores = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var traced = new HandTracer(pose, look, wide, high);
        traced.Run(cores);
        ContactLines.Draw(traced, wide, high, look.Lines, cores);
        return new Drawing(width, height, Gather(traced, look, width, height, cores));
    }

    /// <summary>The box round the hand in a square picture, without the forearm, as photographs are labelled.</summary>
    /// <param name="pose">How the hand is held.</param>
    /// <param name="look">How it is drawn.</param>
    /// <param name="size">The picture's side in pixels. The box may reach beyond the picture.</param>
    public static Box BoxOf(Pose pose, HandLook look, int size)
    {
        ArgumentNullException.ThrowIfNull(pose);
        ArgumentNullException.ThrowIfNull(look);
        var (least, most) = HandExtent.Of(pose, look);
        float pixels = size / look.Span;
        var (left, top) = (Pixel(least.X), Pixel(-most.Y));
        return new Box(left, top, Pixel(most.X) - left, Pixel(-least.Y) - top);

        int Pixel(float millimetres) => (int)MathF.Round(size / 2f + millimetres * pixels);
    }

    /// <summary>The mean of each pixel's samples, in linear light.</summary>
    static byte[] Gather(HandTracer traced, HandLook look, int width, int height, ParallelOptions cores)
    {
        var rgba = new byte[width * height * 4];
        int samples = look.Samples;
        Parallel.For(0, height, cores, y =>
        {
            for (int x = 0; x < width; x++)
            {
                var sum = Vector3.Zero;
                int hits = 0;
                for (int i = 0; i < samples * samples; i++)
                {
                    int sample = (y * samples + i / samples) * width * samples + x * samples + i % samples;
                    if (float.IsNegativeInfinity(traced.Depths[sample]))
                        continue;
                    sum += traced.Colours[sample];
                    hits++;
                }
                var pixel = rgba.AsSpan((y * width + x) * 4, 4);
                float share = (float)hits / (samples * samples);
                if (look.Background is { } background)
                    Put(pixel, sum / (samples * samples) + HandSkin.Linear(background) * (1 - share), 1);
                else if (hits > 0)
                    Put(pixel, sum / hits, share);
            }
        });
        return rgba;
    }

    static void Put(Span<byte> pixel, Vector3 linear, float alpha)
    {
        pixel[0] = HandSkin.Encode(linear.X);
        pixel[1] = HandSkin.Encode(linear.Y);
        pixel[2] = HandSkin.Encode(linear.Z);
        pixel[3] = (byte)(alpha * 255 + 0.5f);
    }
}
