using OpenCvSharp;

namespace Fingerspell.Imaging;

/// <summary>
/// Writes frames into a video file; the ending of its name decides the format (.mp4, .mov and .mkv MPEG-4, .avi Motion
/// JPEG). For one thread at a time.
/// </summary>
public sealed class FrameRecorder : IDisposable
{
    static readonly Dictionary<string, string> Codecs = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp4"] = "mp4v",
        [".mov"] = "mp4v",
        [".mkv"] = "mp4v",
        [".avi"] = "MJPG",
    };

    readonly string path;
    readonly double framesPerSecond;

    VideoWriter? writer;
    Size size;
    long written;

    /// <param name="path">The file, which is whole once it is completed.</param>
    /// <param name="framesPerSecond">How fast it plays.</param>
    internal FrameRecorder(string path, double framesPerSecond)
    {
        this.path = path;
        this.framesPerSecond = framesPerSecond;
    }

    /// <summary>Whether nothing was written yet.</summary>
    public bool IsEmpty => written == 0;

    /// <summary>Writes a video whole or not at all, see <see cref="WholeFile.Write(string, Action{string})"/>.</summary>
    /// <param name="path">Where it shall be.</param>
    /// <param name="framesPerSecond">How fast it plays, above 0.</param>
    /// <param name="record">Adds the frames, one or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The rate is none.</exception>
    /// <exception cref="FingerspellException">It cannot be written, or not to its end, or no frame was added.</exception>
    public static void Write(string path, double framesPerSecond, Action<FrameRecorder> record)
    {
        if (!(framesPerSecond > 0 && double.IsFinite(framesPerSecond)))
            throw new ArgumentOutOfRangeException(nameof(framesPerSecond), framesPerSecond, "must be above 0");
        if (!CanWrite(path))
            throw new FingerspellException($"cannot write {path}: it is no video by its name; name a file that ends in .mp4, .mov, .mkv or .avi");
        WholeFile.Write(path, beside =>
        {
            using var recorder = new FrameRecorder(beside, framesPerSecond);
            record(recorder);
            if (recorder.IsEmpty)
                throw new FingerspellException($"cannot write {path}: there was no frame to write");
            recorder.Complete();
        });
    }

    /// <summary>Whether the ending of a name is one of a video that can be written.</summary>
    public static bool CanWrite(string path) => Codecs.ContainsKey(Path.GetExtension(path));

    /// <summary>
    /// Appends a frame at its time: repeated where frames came slower than the video plays, left out where they came
    /// faster. The first one decides the size; others are scaled to it.
    /// </summary>
    /// <param name="frame">The frame.</param>
    /// <param name="time">When it was taken, counted from the first one.</param>
    /// <exception cref="IOException">The file cannot be opened for writing; that a disk is full shows only at the end.</exception>
    public void Add(Frame frame, TimeSpan time)
    {
        writer ??= Open(frame);
        using var scaled = new Mat();
        if (frame.Bgr.Size() != size)
            Cv2.Resize(frame.Bgr, scaled, size);
        for (long due = (long)Math.Round(time.TotalSeconds * framesPerSecond); written <= due; written++)
            writer.Write(scaled.Empty() ? frame.Bgr : scaled);
    }

    VideoWriter Open(Frame frame)
    {
        // MPEG-4 takes even sizes only.
        size = new Size(frame.Width + frame.Width % 2, frame.Height + frame.Height % 2);
        var codec = FourCC.FromString(Codecs[Path.GetExtension(path)]);
        var opened = new VideoWriter(path, VideoCaptureAPIs.FFMPEG, codec, framesPerSecond, size);
        if (opened.IsOpened())
            return opened;
        opened.Dispose();
        throw new IOException("the video could not be opened for writing");
    }

    /// <summary>Completes and closes the file, and reads it back: OpenCV does not tell that a disk was full.</summary>
    /// <exception cref="IOException">It is not all there.</exception>
    internal void Complete()
    {
        Dispose();
        using var back = new VideoCapture(path, VideoCaptureAPIs.FFMPEG);
        // MKV does not count its frames, so that their number is its length over its rate.
        if (!back.IsOpened() || back.FrameCount < written - 1)
            throw new IOException("the video could not be written to its end; is the disk full?");
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        writer?.Dispose();
        writer = null;
    }
}
