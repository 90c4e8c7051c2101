using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Fingerspell.Web.Observing;

/// <summary>
/// Sums up what this program's instruments, the web server's and the runtime's measure, and writes it in Prometheus' text
/// format (version 0.0.4).
/// </summary>
sealed class PrometheusText : IDisposable
{
    static readonly string[] Meters =
        [ServiceMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    /// <summary>Upper ends of the histograms' buckets, in seconds.</summary>
    static readonly double[] Buckets = [0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    readonly MeterListener listener = new();
    readonly Lock access = new();
    readonly SortedDictionary<string, Family> families = new(StringComparer.Ordinal);

    /// <summary>Listens from now on.</summary>
    /// <param name="factory">Only its meters, and those of the whole process, are listened to.</param>
    public PrometheusText(IMeterFactory factory)
    {
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (Meters.Contains(instrument.Meter.Name) && (instrument.Meter.Scope is null || instrument.Meter.Scope == factory))
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Everything that was measured so far.</summary>
    public string Write()
    {
        lock (access)
        {
            listener.RecordObservableInstruments();
            var text = new StringBuilder();
            foreach (var family in families.Values)
                family.Write(text);
            return text.ToString();
        }
    }

    public void Dispose() => listener.Dispose();

    void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (access)
        {
            string name = NameOf(instrument);
            if (!families.TryGetValue(name, out var family))
                families.Add(name, family = new Family(name, TypeOf(instrument), instrument.Description));
            family.Add(LabelsOf(tags), value, isTotal: instrument.IsObservable);
        }
    }

    static string TypeOf(Instrument instrument)
    {
        string kind = instrument.GetType().Name;
        return kind.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram"
            : kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal) ? "counter"
            : "gauge";
    }

    static string NameOf(Instrument instrument)
    {
        string name = Identifier(instrument.Name) + instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" };
        return TypeOf(instrument) == "counter" ? name + "_total" : name;
    }

    static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty)
            return "";
        var labels = new StringBuilder();
        foreach (var (key, value) in tags)
        {
            string text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
            text = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings("\\n");
            labels.Append(labels.Length == 0 ? "" : ",").Append(Identifier(key)).Append("=\"").Append(text).Append('"');
        }
        return labels.ToString();
    }

    static string Identifier(string name) => name.Replace('.', '_').Replace('-', '_');

    /// <summary>All series of one name.</summary>
    sealed class Family(string name, string type, string? help)
    {
        readonly SortedDictionary<string, Series> series = new(StringComparer.Ordinal);

        public void Add(string labels, double value, bool isTotal)
        {
            if (!series.TryGetValue(labels, out var one))
                series.Add(labels, one = new Series(new long[Buckets.Length]));
            one.Count++;
            one.Sum = isTotal ? value : one.Sum + value;
            int bucket = Array.FindIndex(Buckets, end => value <= end);
            if (bucket >= 0)
                one.InBucket[bucket]++;
        }

        public void Write(StringBuilder text)
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
            foreach (var (labels, one) in series)
            {
                if (type == "histogram")
                    WriteHistogram(text, labels, one);
                else
                    Line(text, name, labels, one.Sum);
            }
        }

        void WriteHistogram(StringBuilder text, string labels, Series one)
        {
            string more = labels.Length == 0 ? "" : labels + ",";
            long below = 0;
            for (int i = 0; i < Buckets.Length; i++)
                Line(text, name + "_bucket", string.Create(CultureInfo.InvariantCulture, $"{more}le=\"{Buckets[i]}\""), below += one.InBucket[i]);
            Line(text, name + "_bucket", more + "le=\"+Inf\"", one.Count);
            Line(text, name + "_sum", labels, one.Sum);
            Line(text, name + "_count", labels, one.Count);
        }

        static void Line(StringBuilder text, string name, string labels, double value) =>
            text.Append(CultureInfo.InvariantCulture, $"{name}{(labels.Length == 0 ? "" : $"{{{labels}}}")} {value}\n");
    }

    sealed record Series(long[] InBucket)
    {
        public long Count { get; set; }

        public double Sum { get; set; }
    }
}
