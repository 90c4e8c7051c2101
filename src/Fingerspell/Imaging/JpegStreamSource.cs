using System.Diagnostics;

namespace Fingerspell.Imaging;

/// <summary>A stream of JPEG pictures from a network camera or from FFmpeg. The packaged OpenCV is built without networks.</summary>
sealed class JpegStreamSource : IFrameSource
{
    static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(15);

    /// <summary>A camera damages a picture now and then; who sends so many in a row sends no pictures.</summary>
    const int DamagedInARow = 30;

    readonly string url;
    readonly IDisposable owner;
    readonly JpegSplitter pictures;
    readonly Stopwatch clock = new();
    readonly Func<string?> failure;
    Frame? first;

    /// <param name="url">The address, for errors.</param>
    /// <param name="stream">What comes from it.</param>
    /// <param name="owner">What to dispose at the end.</param>
    /// <param name="failure">Says at its end what failed; null where nothing did, or nobody knows.</param>
    /// <param name="patience">How long to wait for more of it; null takes 15 seconds.</param>
    /// <param name="stop">Ends the wait for a picture.</param>
    public JpegStreamSource(
        string url, Stream stream, IDisposable owner, Func<string?> failure, TimeSpan? patience = null, CancellationToken stop = default)
    {
        this.url = url;
        this.owner = owner;
        this.failure = failure;
        pictures = new JpegSplitter(stream, patience ?? UsualPatience, stop);
        try
        {
            first = Grab() ?? throw new FingerspellException(NoFrame(failure() ?? "it ended"));
        }
        catch
        {
            owner.Dispose();
            throw;
        }
    }

    public bool IsLive => true;

    /// <summary>A guess; such streams do not say.</summary>
    public double FramesPerSecond => 30;

    public long? Count => null;

    public (Frame, TimeSpan)? Next()
    {
        var frame = first ?? Grab();
        first = null;
        clock.Start();
        if (frame is not null)
            return (frame, clock.Elapsed);
        return failure() is { } reason ? throw new FingerspellException(NoFrame(reason)) : null;
    }

    public void Dispose()
    {
        first?.Dispose();
        owner.Dispose();
    }

    Frame? Grab()
    {
        try
        {
            for (int damaged = 0; pictures.Next() is { } jpeg;)
            {
                try
                {
                    return Frame.Decode(jpeg, $"a picture of the stream {url}");
                }
                catch (FingerspellException) when (++damaged < DamagedInARow)
                {
                    // The next one may be whole.
                }
            }
            return null;
        }
        catch (Exception e) when (e is IOException or TimeoutException or HttpRequestException)
        {
            throw new FingerspellException(NoFrame(failure() ?? e.Message), e);
        }
    }

    // The clock runs from the first frame on.
    string NoFrame(string reason) => clock.IsRunning
        ? $"the stream {url} gives no frames any more ({reason})"
        : $"the stream {url} has no picture ({reason}); is the address right, and the sender on?";
}
