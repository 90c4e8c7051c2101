namespace Fingerspell.Imaging;

/// <summary>Frames one after the other: a camera, a video, or a folder of pictures. For one thread at a time.</summary>
public interface IFrameSource : IDisposable
{
    /// <summary>Whether frames come as they happen, so that whoever reads cannot wait.</summary>
    bool IsLive { get; }

    /// <summary>Frames a second, as the source says, which may be wrong of a live one; 30 where it says nothing, or nonsense.</summary>
    double FramesPerSecond { get; }

    /// <summary>How many frames there are, or null where that is not known.</summary>
    long? Count { get; }

    /// <summary>
    /// The next frame, which the caller disposes, with its time since the beginning: by the clock for a live source,
    /// as a video file says, and in a folder its number / <see cref="FramesPerSecond"/>. Null when the source has ended.
    /// </summary>
    /// <exception cref="FingerspellException">A camera gives no frames any more, or a frame cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The wait for a stream's frame was ended, see <see cref="FrameSource.Open"/>.</exception>
    (Frame Frame, TimeSpan Time)? Next();
}
