using System.Globalization;
using System.Numerics;
using System.Text;

namespace Fingerspell.Showing;

/// <summary>The picture of <see cref="LetterSheet"/> as SVG, which is sharp at any size.</summary>
public static class LetterSheetSvg
{
    /// <summary>The side of the pictures whose outlines are taken, in pixels, and of a hand's square in the file's own unit.</summary>
    const int Side = 640;

    static readonly int Caption = LetterSheet.Caption(Side);

    /// <summary>Draws a word.</summary>
    /// <param name="text">Letters A–Z or a–z, and spaces, which leave a gap.</param>
    /// <param name="look">How the hands are drawn.</param>
    /// <param name="size">How wide and high a hand's square is shown where nobody says otherwise, in pixels.</param>
    /// <param name="progress">Told how many signs of the text are done.</param>
    /// <returns>A whole SVG file.</returns>
    /// <exception cref="ArgumentException">The text has another sign.</exception>
    public static string Render(string text, HandLook look, int size, Action<long>? progress = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        int width = LetterSheet.Width(text, Side);
        var svg = new StringBuilder();
        Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {Side + Caption}\" width=\"{(long)width * size / Side}\" height=\"{(long)(Side + Caption) * size / Side}\" role=\"img\">");
        Line($"<title>{text.ToUpperInvariant()}</title>");
        if (look.Background is { } background)
            Line($"<rect width=\"100%\" height=\"100%\" fill=\"{Hex(background)}\"/>");
        var drawn = new Dictionary<char, string>();
        foreach (var (letter, left) in LetterSheet.Places(text, Side, progress))
        {
            if (!drawn.TryGetValue(letter, out string? hand))
                drawn[letter] = hand = Hand(letter, look with { Background = null });
            Line($"<g transform=\"translate({left} 0)\">");
            svg.Append(hand);
            Line($"<text x=\"{Side / 2}\" y=\"{Side + Caption * 3 / 4}\" font-family=\"sans-serif\" font-size=\"{Caption * 3 / 4}\" text-anchor=\"middle\" fill=\"{Hex(LetterSheet.InkOn(look.Background))}\">{letter}</text>");
            Line($"</g>");
        }
        return svg.Append("</svg>\n").ToString();

        void Line(FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    /// <summary>A hand's outlines, and the way of its fingertip.</summary>
    static string Hand(char letter, HandLook look)
    {
        var svg = new StringBuilder();
        // An outline goes through the middles of the outermost pixels: the line about it covers their other half.
        foreach (var (colour, path) in ToneOutlines.Of(HandDrawing.Render(LetterMotion.At(letter, 0), look, Side)))
            svg.Append(CultureInfo.InvariantCulture, $"<path fill=\"{Hex(colour)}\" stroke=\"{Hex(colour)}\" stroke-linejoin=\"round\" fill-rule=\"evenodd\" d=\"{path}\"/>\n");
        if (!LetterMotion.Moves(letter))
            return svg.ToString();
        var trail = LetterTrail.Of(letter, look, Side);
        Stroke(trail.Line);
        Stroke([trail.Barbs[0], trail.Line[^1], trail.Barbs[1]]);
        return svg.ToString();

        void Stroke(IReadOnlyList<Vector2> line) => svg.Append(CultureInfo.InvariantCulture,
            $"<polyline fill=\"none\" stroke=\"{Hex(LetterTrail.Colour)}\" stroke-width=\"{trail.Width:0.#}\" stroke-linecap=\"round\" stroke-linejoin=\"round\" points=\"{string.Join(' ', line.Select(Point))}\"/>\n");

        static string Point(Vector2 point) => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}");
    }

    static string Hex(Rgb colour) => $"#{colour.Red:x2}{colour.Green:x2}{colour.Blue:x2}";
}
