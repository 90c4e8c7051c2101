using System.Runtime.ExceptionServices;

namespace Fingerspell.Training;

/// <summary>Does something many times on all cores. What comes of each belongs in its own place, so that the order changes nothing.</summary>
static class OnAllCores
{
    /// <summary>Calls <paramref name="act"/> with each number from 0 up to <paramref name="count"/>.</summary>
    /// <exception cref="Exception">What <paramref name="act"/> threw: a <see cref="FingerspellException"/> before any other.</exception>
    public static void Do(int count, Action<int> act, CancellationToken stop)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount }, act);
        }
        catch (AggregateException e)
        {
            var thrown = e.Flatten().InnerExceptions;
            ExceptionDispatchInfo.Throw(thrown.OfType<FingerspellException>().FirstOrDefault() ?? thrown[0]);
        }
    }
}
