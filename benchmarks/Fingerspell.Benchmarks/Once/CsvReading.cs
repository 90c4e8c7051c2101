using Fingerspell.Training.Data;
using Fingerspell.Training.Tasks;
using static TorchSharp.torch;

namespace Fingerspell.Benchmarks.Once;

/// <summary>The training file from the disk's cache → labels and pixels → tensors; and what memory that took.</summary>
static class CsvReading
{
    public static void Run(string file)
    {
        using (var loaded = zeros(1))
        {
        }
        double before = Clock.PeakMiB();
        Read(file);
        Clock.Say("memory MiB", Clock.PeakMiB() - before);
        var times = Clock.Milliseconds(5, () => Read(file));
        Clock.Say("csv ms", Clock.Median(times));
    }

    /// <summary>Writes the training file out of the archive, where it is in one.</summary>
    public static void Unpack(string file) => DatasetPlace.Find().Read(PublishedFiles.Train, csv =>
    {
        using var target = File.Create(file);
        csv.CopyTo(target);
        return target.Length;
    });

    static void Read(string file)
    {
        using var scope = NewDisposeScope();
        using var stream = File.OpenRead(file);
        var (labels, pixels) = RowScanner.Read(stream) ?? throw new InvalidDataException($"{file} is not as published");
        using var batches = new RowBatches(new DatasetSplit("train", labels, pixels));
    }
}
