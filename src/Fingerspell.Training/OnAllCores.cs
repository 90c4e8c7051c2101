namespace Fingerspell.Training;

/// <summary>Does something many times on all cores. What comes of each belongs in its own place, so that the order changes nothing.</summary>
static class OnAllCores
{
    /// <summary>Calls <paramref name="act"/> with each number from 0 up to <paramref name="count"/>.</summary>
    /// <exception cref="FingerspellException">The first that <paramref name="act"/> threw.</exception>
    public static void Do(int count, Action<int> act, CancellationToken stop)
    {
        try
        {
            Parallel.For(0, count, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount }, act);
        }
        catch (AggregateException e) when (e.Flatten().InnerExceptions.OfType<FingerspellException>().FirstOrDefault() is { } first)
        {
            throw new FingerspellException(first.Message, e);
        }
    }
}
