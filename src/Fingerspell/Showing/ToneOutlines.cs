using System.Globalization;
using System.Text;
using Fingerspell.Imaging;

namespace Fingerspell.Showing;

/// <summary>
/// A drawing as outlines to be filled one over the other: its whole shape in its darkest tone, and over it what is lighter, tone
/// by tone, as on a map of heights. Smooth at any size, which pixels are not.
/// </summary>
static class ToneOutlines
{
    const int Tones = 14, NailTones = 4, HalfOpaque = 128;

    /// <summary>How much bluer than skin as light as they are nails are at least.</summary>
    const int BluerNails = 9;

    /// <summary>How wide a nail is at least, in pixels.</summary>
    const int SmallestNail = 5;

    /// <summary>How far an outline may be from the pixels' edge, in pixels.</summary>
    const double Coarseness = 0.6;

    /// <summary>The outlines of a drawing, from the undermost to the topmost.</summary>
    /// <returns>A colour each, and where it is: the <c>d</c> of an SVG path in pixels, filled by the rule <c>evenodd</c>.</returns>
    public static IEnumerable<(Rgb Colour, string Path)> Of(Drawing drawing)
    {
        byte[] greys = Greys(drawing);
        List<(int Least, Rgb Colour)> skin = [.. Shades(drawing, greys, Tones)];
        byte[] nails = Nails(drawing, greys, skin);
        return [.. skin.Select(tone => Outlined(greys, tone)), .. Shades(drawing, nails, NailTones).Select(tone => Outlined(nails, tone))];

        (Rgb, string) Outlined(byte[] greys, (int Least, Rgb Colour) tone) =>
            (tone.Colour, Path(MaskOutlines.Of(Array.ConvertAll(greys, grey => grey >= tone.Least ? (byte)255 : (byte)0), drawing.Width, Coarseness)));
    }

    /// <summary>How light each pixel is, 1–255; 0 where the drawing is more transparent than not.</summary>
    static byte[] Greys(Drawing drawing)
    {
        var rgba = drawing.Rgba.Span;
        byte[] greys = new byte[drawing.Width * drawing.Height];
        for (int i = 0; i < greys.Length; i++)
        {
            // Weights of ITU-R BT.601.
            if (rgba[4 * i + 3] >= HalfOpaque)
                greys[i] = (byte)Math.Clamp((299 * rgba[4 * i] + 587 * rgba[4 * i + 1] + 114 * rgba[4 * i + 2] + 500) / 1000, 1, 255);
        }
        return greys;
    }

    /// <summary>The pixels that are nails: what is bluer than the skin's tone; 0 elsewhere.</summary>
    static byte[] Nails(Drawing drawing, byte[] greys, List<(int Least, Rgb Colour)> skin)
    {
        var rgba = drawing.Rgba.Span;
        byte[] nails = new byte[greys.Length];
        for (int i = 0; i < greys.Length; i++)
        {
            byte grey = greys[i];
            if (grey > 0 && rgba[4 * i + 2] >= skin.FindLast(tone => tone.Least <= grey).Colour.Blue + BluerNails)
                nails[i] = grey;
        }
        return MaskOutlines.WithoutSpecks(nails, drawing.Width, SmallestNail);
    }

    /// <summary>The least grey of each tone, 1 and then so that every tone has as many pixels, and the tone's colour.</summary>
    static IEnumerable<(int Least, Rgb Colour)> Shades(Drawing drawing, byte[] greys, int count)
    {
        byte[] sorted = [.. greys.Where(grey => grey > 0).Order()];
        if (sorted.Length == 0)
            yield break;
        int[] steps = [.. Enumerable.Range(0, count).Select(i => i == 0 ? 1 : (int)sorted[i * sorted.Length / count]).Distinct()];
        for (int i = 0; i < steps.Length; i++)
            yield return (steps[i], Mean(drawing, greys, steps[i], i + 1 < steps.Length ? steps[i + 1] : 256));
    }

    static Rgb Mean(Drawing drawing, byte[] greys, int least, int next)
    {
        var rgba = drawing.Rgba.Span;
        long red = 0, green = 0, blue = 0, count = 0;
        for (int i = 0; i < greys.Length; i++)
        {
            if (greys[i] < least || greys[i] >= next)
                continue;
            (red, green, blue, count) = (red + rgba[4 * i], green + rgba[4 * i + 1], blue + rgba[4 * i + 2], count + 1);
        }
        return count == 0 ? default : new((byte)(red / count), (byte)(green / count), (byte)(blue / count));
    }

    static string Path(IEnumerable<(int X, int Y)[]> outlines)
    {
        var path = new StringBuilder();
        foreach (var outline in outlines)
        {
            for (int i = 0; i < outline.Length; i++)
                path.Append(i == 0 ? 'M' : 'L').Append(CultureInfo.InvariantCulture, $"{outline[i].X} {outline[i].Y}");
            path.Append('Z');
        }
        return path.ToString();
    }
}
