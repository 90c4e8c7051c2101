using System.Globalization;
using System.Xml.Linq;
using Fingerspell.Showing;
using OpenCvSharp;

namespace Fingerspell.Tests.Showing;

public sealed class LetterSheetSvgTests
{
    const int Side = 640;
    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    static readonly HandLook Look = new() { Samples = 1, Background = new Rgb(240, 240, 240) };

    [Fact]
    public void Its_outlines_painted_again_look_like_the_drawing()
    {
        var hand = Root("T").Element(Svg + "g")!;
        using var painted = new Mat(Side, Side, MatType.CV_8UC3, new Scalar(240, 240, 240));
        foreach (var path in hand.Elements(Svg + "path"))
        {
            // As the rule evenodd has it: holes are in the same path.
            Point[][] contours = [.. path.Attribute("d")!.Value.Split('Z', StringSplitOptions.RemoveEmptyEntries).Select(Points)];
            Cv2.FillPoly(painted, contours, ColourOf(path));
        }
        using var drawn = HandDrawing.Render(LetterMotion.At('T', 0), Look, Side).ToFrame(Look.Background!.Value);
        using var apart = new Mat();
        Cv2.Absdiff(painted, drawn.Bgr, apart);
        var mean = Cv2.Mean(apart);
        Assert.InRange((mean.Val0 + mean.Val1 + mean.Val2) / 3, 0, 2);
        // Nails are not only as light as they should be, but as pink.
        Assert.True(Cv2.CountNonZero(apart.ExtractChannel(0).GreaterThan(40).ToMat()) < Side * Side / 200);
    }

    [Fact]
    public void It_has_each_letter_at_its_place_with_its_caption_and_the_way_of_those_that_move()
    {
        var root = Root("a Zi");
        Assert.Equal("0 0 2133 768", root.Attribute("viewBox")!.Value);
        Assert.Equal(("333", "120"), (root.Attribute("width")!.Value, root.Attribute("height")!.Value));
        Assert.Equal("A ZI", root.Element(Svg + "title")!.Value);
        Assert.Equal("#f0f0f0", root.Element(Svg + "rect")!.Attribute("fill")!.Value);
        var letters = root.Elements(Svg + "g").ToList();
        Assert.Equal(["translate(0 0)", "translate(853 0)", "translate(1493 0)"], letters.Select(letter => letter.Attribute("transform")!.Value));
        Assert.Equal(["A", "Z", "I"], letters.Select(letter => letter.Element(Svg + "text")!.Value));
        Assert.Equal([0, 2, 0], letters.Select(letter => letter.Elements(Svg + "polyline").Count()));
    }

    [Fact]
    public void It_refuses_what_has_no_handshape()
    {
        Assert.Throws<ArgumentException>(() => LetterSheetSvg.Render(" ", Look, 100));
        Assert.Throws<ArgumentOutOfRangeException>(() => LetterSheetSvg.Render("Ä", Look, 100));
        Assert.Throws<ArgumentOutOfRangeException>(() => LetterSheetSvg.Render("A", Look, 0));
    }

    static XElement Root(string text) => XDocument.Parse(LetterSheetSvg.Render(text, Look, 100)).Root!;

    static Point[] Points(string contour) =>
    [
        .. contour.Split('M', 'L').Skip(1).Select(point => point.Split(' '))
            .Select(at => new Point(int.Parse(at[0], CultureInfo.InvariantCulture), int.Parse(at[1], CultureInfo.InvariantCulture))),
    ];

    static Scalar ColourOf(XElement path)
    {
        int colour = int.Parse(path.Attribute("fill")!.Value.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return new Scalar(colour & 255, (colour >> 8) & 255, colour >> 16);
    }
}
