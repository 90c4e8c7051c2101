using OpenCvSharp;

namespace Fingerspell.Imaging;

/// <summary>PNG files of pictures with opacity, written by OpenCV.</summary>
static class TransparentPng
{
    /// <summary>The smallest: a drawing is made once, and then kept and sent many times.</summary>
    static readonly ImageEncodingParam Compression = new(ImwriteFlags.PngCompression, 9);

    /// <summary>The bytes of a picture's file.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="rgba">Red, green, blue and opacity of each pixel, row by row from the top, not premultiplied.</param>
    public static byte[] Encode(int width, int height, ReadOnlySpan<byte> rgba)
    {
        OpenCv.Require();
        using var picture = new Mat(height, width, MatType.CV_8UC4);
        rgba.CopyTo(picture.AsSpan<byte>());
        Cv2.CvtColor(picture, picture, ColorConversionCodes.RGBA2BGRA);
        return picture.ImEncode(".png", Compression);
    }
}
