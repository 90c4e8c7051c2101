using System.Diagnostics;

namespace Fingerspell.Imaging;

/// <summary>A stream of JPEG pictures from a network camera or from FFmpeg. The packaged OpenCV is built without networks.</summary>
sealed class JpegStreamSource : IFrameSource
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

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
    /// <param name="stop">Ends the wait for a picture.</param>
    public JpegStreamSource(string url, Stream stream, IDisposable owner, Func<string?> failure, CancellationToken stop)
    {
        this.url = url;
        this.owner = owner;
        this.failure = failure;
        pictures = new JpegSplitter(stream, Patience, stop);
        try
        {
            first = Grab() ?? throw new FingerspellException($"the stream {url} has no picture ({failure() ?? "it ended"}); is the address right, and the sender on?");
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
        return failure() is { } reason ? throw new FingerspellException($"the stream {url} gives no frames any more ({reason})") : null;
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
            throw new FingerspellException($"the stream {url} gives no frames any more ({e.Message})", e);
        }
    }
}
