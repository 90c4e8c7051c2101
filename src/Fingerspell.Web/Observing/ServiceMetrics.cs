using System.Diagnostics.Metrics;

namespace Fingerspell.Web.Observing;

/// <summary>What the service counts of itself, beside what the web server counts.</summary>
sealed class ServiceMetrics
{
    /// <summary>The name under which the instruments are known to tools.</summary>
    public const string MeterName = "Fingerspell";

    readonly UpDownCounter<int> sessions;
    readonly Counter<long> frames;
    readonly Histogram<double> delay, reading;

    public ServiceMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(MeterName);
        sessions = meter.CreateUpDownCounter<int>("fingerspell.live.sessions", "{session}", "Live sessions that are open.");
        frames = meter.CreateCounter<long>("fingerspell.live.frames", "{frame}", "Live frames, by what became of them.");
        delay = meter.CreateHistogram<double>("fingerspell.live.delay", "s", "From a live frame's arrival to its answer.");
        reading = meter.CreateHistogram<double>("fingerspell.reading.duration", "s", "Decoding and reading one picture.");
    }

    public void SessionBegan() => sessions.Add(1);

    public void SessionEnded() => sessions.Add(-1);

    public void FrameRead(TimeSpan since)
    {
        frames.Add(1, new KeyValuePair<string, object?>("outcome", "read"));
        delay.Record(since.TotalSeconds);
    }

    /// <summary>A newer frame came before this one's turn.</summary>
    public void FrameReplaced() => frames.Add(1, new KeyValuePair<string, object?>("outcome", "replaced"));

    public void FrameRefused() => frames.Add(1, new KeyValuePair<string, object?>("outcome", "refused"));

    public void Read(TimeSpan time) => reading.Record(time.TotalSeconds);
}
