namespace Fingerspell.Web;

/// <summary>How much the service takes from whoever asks; more is refused, so that nobody can exhaust memory or cores.</summary>
public sealed record ServiceLimits
{
    /// <summary>The largest body of a request, in bytes.</summary>
    public int BodyBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>The most pixels of a picture.</summary>
    public int Pixels { get; init; } = 25_000_000;

    /// <summary>The largest live frame, in bytes.</summary>
    public int FrameBytes { get; init; } = 1024 * 1024;

    /// <summary>The most pixels of a live frame.</summary>
    public int FramePixels { get; init; } = 1920 * 1080;

    /// <summary>The largest text message of a live session, in bytes.</summary>
    public int MessageBytes { get; init; } = 64 * 1024;

    /// <summary>The most text messages a second of a live session, over some seconds; a key that is held repeats up to 33 times a second.</summary>
    public int MessagesPerSecond { get; init; } = 60;

    /// <summary>The most live sessions.</summary>
    public int Sessions { get; init; } = 64;

    /// <summary>The most open connections; further ones are closed at once.</summary>
    public int Connections { get; init; } = 512;

    /// <summary>The most requests a second from one address, beyond those for the page's files; twice as many in the first second.</summary>
    public int RequestsPerSecond { get; init; } = 100;

    /// <summary>The most pictures and tensors that are taken in at once, whatever their state, from one address half of them; as many again eight times over wait. As many hands are drawn at once.</summary>
    public int BodiesAtOnce { get; init; } = 8;

    /// <summary>How many bytes of drawn hands are kept, so that they are not drawn again.</summary>
    public int DrawnBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>A body that comes more slowly than this, in bytes a second, is given up.</summary>
    public int SlowestBody { get; init; } = 32 * 1024;

    /// <summary>How long a body may be slower at its beginning; more than a second.</summary>
    public TimeSpan SlowBeginning { get; init; } = TimeSpan.FromSeconds(5);
}
