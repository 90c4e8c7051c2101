using OpenCvSharp;

namespace Fingerspell.Imaging;

/// <summary>The outlines of what is not 0 in a mask, a byte a pixel.</summary>
static class MaskOutlines
{
    /// <summary>The outlines of all parts and of the holes in them, through the middles of their outermost pixels.</summary>
    /// <param name="mask">The mask, row by row.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="coarseness">How far an outline may pass by a pixel that it should go through, in pixels.</param>
    /// <returns>The corners of each outline, three or more.</returns>
    public static IEnumerable<(int X, int Y)[]> Of(byte[] mask, int width, double coarseness)
    {
        using var picture = Picture(mask, width);
        Cv2.FindContours(picture, out var outlines, out _, RetrievalModes.CComp, ContourApproximationModes.ApproxNone);
        return [.. outlines.Select(outline => Cv2.ApproxPolyDP(outline, coarseness, closed: true)).Where(outline => outline.Length >= 3)
            .Select(outline => Array.ConvertAll(outline, point => (point.X, point.Y)))];
    }

    /// <summary>The mask without what is narrower than so many pixels (a morphological opening).</summary>
    /// <param name="mask">The mask, row by row.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="narrowest">What stays is this wide at least, in pixels.</param>
    public static byte[] WithoutSpecks(byte[] mask, int width, int narrowest)
    {
        using var picture = Picture(mask, width);
        using var disc = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(narrowest, narrowest));
        using var opened = new Mat();
        Cv2.MorphologyEx(picture, opened, MorphTypes.Open, disc);
        opened.GetArray(out byte[] left);
        return left;
    }

    static Mat Picture(byte[] mask, int width)
    {
        OpenCv.Require();
        var picture = new Mat(mask.Length / width, width, MatType.CV_8UC1);
        picture.SetArray(mask);
        return picture;
    }
}
