using System.Runtime.ExceptionServices;

namespace Fingerspell.Training.Data.Photos;

/// <summary>Does something with each of many photographs on all cores. What comes of each belongs in its own place.</summary>
static class EachPhoto
{
    /// <summary>Calls <paramref name="act"/> with each photograph and its position.</summary>
    /// <exception cref="FingerspellException">What <paramref name="act"/> threw first.</exception>
    public static void Do(IReadOnlyList<TrainingPhoto> photos, Action<TrainingPhoto, int> act, CancellationToken stop)
    {
        try
        {
            Parallel.For(0, photos.Count, new ParallelOptions { CancellationToken = stop }, i => act(photos[i], i));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }
}
