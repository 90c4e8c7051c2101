using System.Diagnostics;
using System.Globalization;

namespace Fingerspell.Benchmarks.Once;

/// <summary>Times and prints.</summary>
static class Clock
{
    /// <summary>The milliseconds of each of some repetitions, after a tenth as many that do not count.</summary>
    public static double[] Milliseconds(int repetitions, Action act)
    {
        for (int i = 0; i < Math.Max(1, repetitions / 10); i++)
            act();
        var times = new double[repetitions];
        for (int i = 0; i < repetitions; i++)
        {
            long start = Stopwatch.GetTimestamp();
            act();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return times;
    }

    /// <summary>The middle one.</summary>
    public static double Median(double[] values) => Quantile(values, 0.5);

    /// <summary>The value below which a share of the values lies.</summary>
    public static double Quantile(double[] values, double share) => values.Order().ElementAt((int)(share * (values.Length - 1)));

    /// <summary>Prints a figure.</summary>
    public static void Say(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{value:0.#####}"));

    /// <summary>The most memory that this process has held so far, in MiB (<c>VmHWM</c> of Linux).</summary>
    public static double PeakMiB()
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
        return double.Parse(line.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
    }
}
