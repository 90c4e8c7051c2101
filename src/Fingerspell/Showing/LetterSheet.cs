using System.Numerics;
using Fingerspell.Imaging;

namespace Fingerspell.Showing;

/// <summary>A word as one picture: a hand for each letter, side by side, and the printed letter below it.</summary>
public static class LetterSheet
{
    /// <summary>Draws a word.</summary>
    /// <param name="text">Letters A–Z or a–z, and spaces, which leave a gap.</param>
    /// <param name="look">How the hands are drawn.</param>
    /// <param name="size">The side of each hand's square, in pixels, 16 to <see cref="HandDrawing.LargestSide"/>.</param>
    /// <param name="progress">Told how many signs of the text are done.</param>
    /// <exception cref="ArgumentException">The text has another sign, or the picture would be too large.</exception>
    public static Drawing Render(string text, HandLook look, int size, Action<long>? progress = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, HandDrawing.LargestSide);
        int caption = Caption(size), height = size + caption;
        if (text.Sum(sign => (long)Width(sign, size)) * height * 4 > int.MaxValue / 2)
            throw new ArgumentException($"{text.Length} letters of {size} pixels are too large a picture", nameof(size));
        int width = Width(text, size);
        var rgba = new byte[width * height * 4];
        if (look.Background is { } background)
            Fill(rgba, background);
        var drawn = new Dictionary<char, Drawing>();
        foreach (var (letter, left) in Places(text, size, progress))
            DrawLetter(letter, left);
        return new Drawing(width, height, rgba);

        void DrawLetter(char letter, int left)
        {
            if (!drawn.TryGetValue(letter, out var hand))
                drawn[letter] = hand = HandDrawing.Render(LetterMotion.At(letter, 0), look, size);
            for (int y = 0; y < size; y++)
                hand.Rgba.Span.Slice(y * size * 4, size * 4).CopyTo(rgba.AsSpan((y * width + left) * 4));
            if (LetterMotion.Moves(letter))
                DrawTrail(rgba, width, left, size, letter, look);
            DrawCaption(rgba, width, left, size, caption, letter, look);
        }
    }

    /// <summary>The letters of a text, as capitals, and where the square of each one's hand begins.</summary>
    internal static IEnumerable<(char Letter, int Left)> Places(string text, int size, Action<long>? progress)
    {
        int left = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ')
                yield return (char.ToUpperInvariant(text[i]), left);
            left += Width(text[i], size);
            progress?.Invoke(i + 1);
        }
    }

    /// <summary>How wide a text is.</summary>
    internal static int Width(string text, int size) => text.Sum(sign => Width(sign, size));

    /// <summary>How high the printed letter's line is below hands of a size.</summary>
    internal static int Caption(int size) => size / 5;

    /// <summary>What captions are printed in: dark on a light ground, light on a dark one; without a ground nobody knows, so dark.</summary>
    internal static Rgb InkOn(Rgb? background) =>
        background is { } b && b.Red + b.Green + b.Blue < 300 ? new Rgb(235, 232, 228) : new Rgb(52, 48, 46);

    static int Width(char sign, int size) => sign == ' ' ? size / 3 : size;

    static void Fill(byte[] rgba, Rgb colour)
    {
        for (int i = 0; i < rgba.Length; i += 4)
            (rgba[i], rgba[i + 1], rgba[i + 2], rgba[i + 3]) = (colour.Red, colour.Green, colour.Blue, 255);
    }

    static void DrawCaption(byte[] rgba, int width, int left, int size, int caption, char letter, HandLook look)
    {
        var mask = LetterMask.Draw(letter, size, caption);
        var ink = InkOn(look.Background);
        for (int i = 0; i < mask.Length; i++)
            Blend(rgba, ((size + i / size) * width + left + i % size) * 4, ink, mask[i] / 255f);
    }

    /// <summary>The way of the fingertip, as a line with an arrow's head.</summary>
    static void DrawTrail(byte[] rgba, int width, int left, int size, char letter, HandLook look)
    {
        var trail = LetterTrail.Of(letter, look, size);
        var points = trail.Line;
        float half = Math.Max(0.7f, trail.Width / 2);
        for (int y = 0; y < size; y++)
        {
            for (int x = 0; x < size; x++)
            {
                var at = new Vector2(x + 0.5f, y + 0.5f);
                float away = trail.Barbs.Min(barb => LineSegment.Away(at, points[^1], barb));
                for (int i = 1; i < points.Count; i++)
                    away = Math.Min(away, LineSegment.Away(at, points[i - 1], points[i]));
                Blend(rgba, (y * width + left + x) * 4, LetterTrail.Colour, Math.Clamp(half + 0.5f - away, 0, 1));
            }
        }
    }

    static void Blend(byte[] rgba, int at, Rgb colour, float share)
    {
        if (share <= 0)
            return;
        float below = rgba[at + 3] / 255f * (1 - share), alpha = share + below;
        rgba[at] = Mix(colour.Red, rgba[at]);
        rgba[at + 1] = Mix(colour.Green, rgba[at + 1]);
        rgba[at + 2] = Mix(colour.Blue, rgba[at + 2]);
        rgba[at + 3] = (byte)(alpha * 255 + 0.5f);

        byte Mix(byte above, byte under) => (byte)((above * share + under * below) / alpha + 0.5f);
    }
}
