using OpenCvSharp;

namespace Fingerspell.Imaging;

/// <summary>OpenCV's native library: loaded once, and loaded right. Whatever makes frames calls it first.</summary>
static class OpenCv
{
    /// <summary>
    /// The most pixels that a picture may have, above any camera's; a small file can claim far more and fill the memory.
    /// </summary>
    public const int MostPixels = 100_000_000;

    static readonly Lazy<string?> Failure = new(Load);

    /// <exception cref="FingerspellException">The library does not load.</exception>
    public static void Require()
    {
        if (Failure.Value is { } reason)
            throw new FingerspellException(
                $"OpenCV's native library does not load ({reason}); on Debian and Ubuntu: apt-get install libgtk-3-0 libdrm2 libatomic1");
    }

    static string? Load()
    {
        NativeEnvironment.SetDefault("OPENCV_IO_MAX_IMAGE_PIXELS", $"{MostPixels}");
        // It would speak on standard error of what the exceptions already say.
        NativeEnvironment.SetDefault("OPENCV_LOG_LEVEL", "SILENT");
        NativeEnvironment.SetDefault("OPENCV_FFMPEG_LOGLEVEL", "-8");
        try
        {
            _ = Cv2.GetVersionString();
            return null;
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or OpenCvSharpException)
        {
            return (e.InnerException ?? e).Message.ReplaceLineEndings(" ");
        }
    }
}
