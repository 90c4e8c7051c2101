using System.Diagnostics;
using OpenCvSharp;

namespace Fingerspell.Imaging;

/// <summary>A camera or a video file, read by OpenCV.</summary>
sealed class CaptureSource : IFrameSource
{
    /// <summary>For videos that do not say, or say nonsense: one that a browser recorded is said to have a thousand.</summary>
    const double UsualFramesPerSecond = 30, MostFramesPerSecond = 240;

    /// <summary>The longest pause between two frames, in seconds: a break of minutes in a recording would be shown and recorded picture by picture.</summary>
    const double LongestPause = 10;

    readonly VideoCapture capture;
    readonly string? endIsFailure;
    readonly Stopwatch clock = new();
    (Mat Picture, TimeSpan Time)? first;
    double? begin;
    TimeSpan last;

    CaptureSource(VideoCapture capture, bool isLive, string? endIsFailure, string failure)
    {
        this.capture = capture;
        this.endIsFailure = endIsFailure;
        IsLive = isLive;
        double said = capture.IsOpened() ? capture.Fps : 0;
        FramesPerSecond = said is > 0 and <= MostFramesPerSecond ? said : UsualFramesPerSecond;
        // Some files open and then have no picture; only the first frame proves the source.
        first = capture.IsOpened() ? Grab() : null;
        if (first is null)
        {
            capture.Dispose();
            throw new FingerspellException(failure);
        }
        Count = !isLive && capture.FrameCount > 0 ? capture.FrameCount : null;
    }

    public bool IsLive { get; }

    public double FramesPerSecond { get; }

    public long? Count { get; }

    public static CaptureSource OpenCamera(int index) => new(
        // Left to itself OpenCV takes the hundreds of an index for a way to open cameras, and the rest for the camera.
        Open(() => new VideoCapture(index, VideoCaptureAPIs.V4L2)), isLive: true,
        endIsFailure: $"camera {index} gives no frames any more; was it unplugged?",
        failure: $"camera {index} cannot be opened or gives no frames; is it plugged in, and free? `fingerspell doctor` lists the cameras");

    public static CaptureSource OpenFile(string path)
    {
        RequireReadable(path);
        return new(
            // FFmpeg takes what stands before a colon in a name for a protocol.
            Open(() => new VideoCapture(Path.GetFullPath(path), VideoCaptureAPIs.FFMPEG)), isLive: false, endIsFailure: null,
            failure: $"{path} is not a video, or a damaged one; MP4, AVI, WebM, MKV and MJPEG are read");
    }

    public (Frame, TimeSpan)? Next()
    {
        var grabbed = first ?? Grab();
        first = null;
        if (grabbed is not var (picture, time))
            return endIsFailure is null ? null : throw new FingerspellException(endIsFailure);
        clock.Start();
        return (new Frame(picture), time);
    }

    public void Dispose()
    {
        first?.Picture.Dispose();
        capture.Dispose();
    }

    /// <summary>OpenCV does not say why it cannot open a file.</summary>
    static void RequireReadable(string path)
    {
        try
        {
            // What has no length may be a pipe, whose writer would take this for its end.
            if (new FileInfo(path).Length > 0)
                File.OpenRead(path).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"{path} cannot be read: {e.Message}", e);
        }
    }

    static VideoCapture Open(Func<VideoCapture> open)
    {
        try
        {
            return open();
        }
        catch (OpenCVException)
        {
            return new VideoCapture(); // not opened, which the constructor tells
        }
    }

    (Mat Picture, TimeSpan Time)? Grab()
    {
        var picture = new Mat();
        bool good = false;
        try
        {
            good = capture.Read(picture) && !picture.Empty() && picture.Type() == MatType.CV_8UC3;
        }
        catch (OpenCVException)
        {
            // As good as no frame.
        }
        if (good)
            return (picture, last = Time());
        picture.Dispose();
        return null;
    }

    /// <summary>When the frame in hand was taken: now; or as the file says, since frames need not be even, one step on where it does not say.</summary>
    TimeSpan Time()
    {
        if (IsLive)
            return clock.Elapsed;
        double said = capture.Get(VideoCaptureProperties.PosMsec);
        if (begin is null)
        {
            begin = said;
            return TimeSpan.Zero;
        }
        var usual = TimeSpan.FromSeconds(1 / FramesPerSecond);
        var time = TimeSpan.FromMilliseconds(said - begin.Value);
        if (time <= last)
            return last + usual;
        var longest = last + TimeSpan.FromSeconds(Math.Max(LongestPause, 2 / FramesPerSecond));
        if (time <= longest)
            return time;
        // What follows the pause keeps its distance from it.
        begin += (time - longest).TotalMilliseconds;
        return longest;
    }
}
