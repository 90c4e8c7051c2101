using System.Diagnostics;
using OpenCvSharp;

namespace Fingerspell.Imaging;

/// <summary>A camera or a video file, read by OpenCV.</summary>
sealed class CaptureSource : IFrameSource
{
    /// <summary>For videos that do not say, or say nonsense.</summary>
    const double UsualFramesPerSecond = 30, MostFramesPerSecond = 1000;

    readonly VideoCapture capture;
    readonly string? endIsFailure;
    readonly Stopwatch clock = new();
    long frames;
    Mat? first;

    CaptureSource(VideoCapture capture, bool isLive, string? endIsFailure, string failure)
    {
        this.capture = capture;
        this.endIsFailure = endIsFailure;
        IsLive = isLive;
        // Some files open and then have no picture; only the first frame proves the source.
        first = capture.IsOpened() ? Grab() : null;
        if (first is null)
        {
            capture.Dispose();
            throw new FingerspellException(failure);
        }
        double said = capture.Fps;
        FramesPerSecond = said is > 0 and <= MostFramesPerSecond ? said : UsualFramesPerSecond;
        Count = !isLive && capture.FrameCount > 0 ? capture.FrameCount : null;
    }

    public bool IsLive { get; }

    public double FramesPerSecond { get; }

    public long? Count { get; }

    public static CaptureSource OpenCamera(int index) => new(
        Open(() => new VideoCapture(index)), isLive: true,
        endIsFailure: $"camera {index} gives no frames any more; was it unplugged?",
        failure: $"camera {index} cannot be opened or gives no frames; is it plugged in, and free? `fingerspell doctor` lists the cameras");

    public static CaptureSource OpenFile(string path) => new(
        Open(() => new VideoCapture(path, VideoCaptureAPIs.FFMPEG)), isLive: false, endIsFailure: null,
        failure: $"{path} is not a video, or a damaged one; MP4, AVI, WebM, MKV and MJPEG are read");

    public (Frame, TimeSpan)? Next()
    {
        var picture = first ?? Grab();
        first = null;
        if (picture is null)
            return endIsFailure is null ? null : throw new FingerspellException(endIsFailure);
        clock.Start();
        var time = IsLive ? clock.Elapsed : TimeSpan.FromSeconds(frames / FramesPerSecond);
        frames++;
        return (new Frame(picture), time);
    }

    public void Dispose()
    {
        first?.Dispose();
        capture.Dispose();
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

    Mat? Grab()
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
            return picture;
        picture.Dispose();
        return null;
    }
}
