using System.Globalization;

namespace Fingerspell.Imaging;

/// <summary>Opens whatever frames can be read from.</summary>
public static class FrameSource
{
    const string Device = "/dev/video";

    /// <summary>Opens a source.</summary>
    /// <param name="source">The index of a camera (0 is the first) or its device, a video file, the URL of a stream, or a folder of pictures.</param>
    /// <param name="stop">Ends the wait for a stream, while it is opened and for each of its frames.</param>
    /// <exception cref="FingerspellException">There is no such source, or it holds no frames.</exception>
    /// <exception cref="OperationCanceledException">A wait was ended.</exception>
    public static IFrameSource Open(string source, CancellationToken stop = default)
    {
        OpenCv.Require();
        if (source.Contains("://", StringComparison.Ordinal))
            return NetworkStreams.Open(source, stop);
        if (int.TryParse(IndexOf(source), NumberStyles.None, CultureInfo.InvariantCulture, out int camera))
            return CaptureSource.OpenCamera(camera);
        if (Directory.Exists(source))
            return new PictureFolderSource(source);
        if (File.Exists(source))
            return CaptureSource.OpenFile(source);
        throw new FingerspellException(
            $"there is no video file or folder {source}; a source is a camera's index such as 0, a video file, a stream's URL, or a folder of pictures");
    }

    /// <summary>The index of a camera that is named by its device, or by a link to that as in <c>/dev/v4l/by-id</c>; others as they are.</summary>
    static string IndexOf(string source) =>
        source.Length > 0 && WholeFile.PlaceOf(source) is var place && place.StartsWith(Device, StringComparison.Ordinal)
            ? place[Device.Length..]
            : source;
}
