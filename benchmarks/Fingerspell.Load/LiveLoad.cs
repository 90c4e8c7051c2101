using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.WebSockets;

namespace Fingerspell.Load;

/// <summary>Sessions that send frames at an even rate, whether or not they are answered.</summary>
static class LiveLoad
{
    public const string Header = "| sessions | sent/s | answered/s | share | median ms | p95 ms | p99 ms | latest ms | server's cores | memory MiB |\n|---|---|---|---|---|---|---|---|---|---|";

    public static async Task<string> RunAsync(
        Uri server, IReadOnlyList<byte[]> frames, int sessions, double rate, TimeSpan time, int? process)
    {
        var warmUp = TimeSpan.FromSeconds(2);
        var delays = new ConcurrentBag<double>();
        long sent = 0;
        var clock = Stopwatch.StartNew();
        var running = Enumerable.Range(0, sessions).Select(i => OneAsync(i)).ToArray();
        await Task.Delay(warmUp);
        var before = process is { } pid ? ProcessFigures.Of(pid) : default;
        await Task.WhenAll(running);
        var after = process is { } same ? ProcessFigures.Of(same) : default;

        double[] sorted = [.. delays.Order()];
        double seconds = time.TotalSeconds;
        return string.Create(CultureInfo.InvariantCulture,
            $"| {sessions} | {sent / seconds:0.0} | {sorted.Length / seconds:0.0} | {(double)sorted.Length / sent:0.0%} "
            + $"| {At(0.5):0.0} | {At(0.95):0.0} | {At(0.99):0.0} | {At(1):0.0} | {(after.Processor - before.Processor) / time:0.00} | {after.Memory / 1048576.0:0} |");

        double At(double share) => sorted.Length == 0 ? double.NaN : sorted[(int)Math.Min(sorted.Length - 1, share * sorted.Length)];

        async Task OneAsync(int number)
        {
            // Sessions do not all send at the same moment.
            double period = 1 / rate, offset = period * number / sessions;
            using var connection = await LiveConnection.OpenAsync(server, "");
            var sentAt = new ConcurrentDictionary<long, double>();
            var receiving = Task.Run(async () =>
            {
                try
                {
                    while (await connection.ReceiveAsync() is { } message)
                    {
                        double now = clock.Elapsed.TotalSeconds;
                        if (message.GetProperty("type").ValueEquals("reading") && sentAt.TryRemove(message.GetProperty("frame").GetInt64(), out double at)
                            && at >= warmUp.TotalSeconds)
                            delays.Add((now - at) * 1000);
                    }
                }
                catch (Exception e) when (e is WebSocketException or OperationCanceledException)
                {
                    // The time is over.
                }
            });
            for (long frame = 1; ; frame++)
            {
                double due = offset + (frame - 1) * period, wait = due - clock.Elapsed.TotalSeconds;
                if (due >= (warmUp + time).TotalSeconds)
                    break;
                if (wait > 0)
                    await Task.Delay(TimeSpan.FromSeconds(wait));
                double now = clock.Elapsed.TotalSeconds;
                sentAt[frame] = now;
                if (now >= warmUp.TotalSeconds)
                    Interlocked.Increment(ref sent);
                await connection.SendAsync(frames[(int)((frame + 7 * number) / 5 % frames.Count)]);
            }
            await Task.Delay(500);
            connection.Abort();
            await receiving;
        }
    }
}
