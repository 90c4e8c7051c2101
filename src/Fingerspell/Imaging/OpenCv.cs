using System.Runtime.InteropServices;
using OpenCvSharp;

namespace Fingerspell.Imaging;

/// <summary>OpenCV's native library: loaded once, and loaded right. Whatever makes frames calls it first.</summary>
static partial class OpenCv
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
        // OpenCV reads these from the C environment as it loads, which .NET's own SetEnvironmentVariable does not reach.
        // What the user has set stays.
        SetEnv("OPENCV_IO_MAX_IMAGE_PIXELS", $"{MostPixels}", 0);
        // It would speak on standard error of what the exceptions already say.
        SetEnv("OPENCV_LOG_LEVEL", "SILENT", 0);
        SetEnv("OPENCV_FFMPEG_LOGLEVEL", "-8", 0);
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

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnv(string name, string value, int overwrite);
}
