using System.Globalization;

namespace Fingerspell.Imaging;

/// <summary>Opens whatever frames can be read from.</summary>
public static class FrameSource
{
    /// <summary>Opens a source.</summary>
    /// <param name="source">The index of a camera (0 is the first), a video file, the URL of a stream, or a folder of pictures.</param>
    /// <exception cref="FingerspellException">There is no such source, or it holds no frames.</exception>
    public static IFrameSource Open(string source)
    {
        OpenCv.Require();
        if (int.TryParse(source, NumberStyles.None, CultureInfo.InvariantCulture, out int camera))
            return CaptureSource.OpenCamera(camera);
        if (source.Contains("://", StringComparison.Ordinal))
            return NetworkStreams.Open(source);
        if (Directory.Exists(source))
            return new PictureFolderSource(source);
        if (File.Exists(source))
            return CaptureSource.OpenFile(source);
        throw new FingerspellException(
            $"there is no video file or folder {source}; a source is a camera's index such as 0, a video file, a stream's URL, or a folder of pictures");
    }
}
