using OpenCvSharp;

namespace Fingerspell.Imaging;

/// <summary>The printed shape of a letter, in OpenCV's strokes, which need no font file.</summary>
static class LetterMask
{
    const HersheyFonts Font = HersheyFonts.HersheyDuplex;

    /// <summary>How much of each pixel the letter covers, 0–255, row by row; the letter is in the middle.</summary>
    /// <param name="letter">A letter A–Z.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="height">Rows.</param>
    public static byte[] Draw(char letter, int width, int height)
    {
        OpenCv.Require();
        using var mask = new Mat(height, width, MatType.CV_8UC1, Scalar.Black);
        // A capital of this font is about 21 pixels high at scale 1.
        double scale = height * 0.62 / 21;
        int thickness = Math.Max(1, (int)Math.Round(height / 18.0));
        var size = Cv2.GetTextSize($"{letter}", Font, scale, thickness, out _);
        var start = new Point((width - size.Width) / 2, (height + size.Height) / 2);
        Cv2.PutText(mask, $"{letter}", start, Font, scale, Scalar.White, thickness, LineTypes.AntiAlias);
        return mask.AsSpan<byte>().ToArray();
    }
}
