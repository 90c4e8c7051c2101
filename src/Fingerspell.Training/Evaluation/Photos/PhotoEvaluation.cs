using Fingerspell.Imaging;

namespace Fingerspell.Training.Evaluation.Photos;

/// <summary>Reads photographs whose letters are known.</summary>
public static class PhotoEvaluation
{
    /// <summary>
    /// What the recogniser makes of each photograph, in their order. They are read on all cores at once, which changes no
    /// result as long as the recogniser's models keep to one thread a call.
    /// </summary>
    /// <param name="recognizer">The recogniser.</param>
    /// <param name="photos">The photographs.</param>
    /// <param name="boxesGiven">Whether the recogniser is told where the hand is, instead of finding it.</param>
    /// <param name="unreadable">Told of each photograph that cannot be read, in order; it is left out.</param>
    /// <param name="progress">Told the photographs done so far, by one thread at a time.</param>
    /// <param name="stop">Stops between photographs.</param>
    /// <exception cref="FingerspellException">A box is to be given, and a photograph has none.</exception>
    public static IReadOnlyList<PhotoReading> Read(
        Recognizer recognizer,
        IReadOnlyList<TestPhoto> photos,
        bool boxesGiven,
        Action<TestPhoto, FingerspellException> unreadable,
        Action<long>? progress = null,
        CancellationToken stop = default)
    {
        if (boxesGiven && photos.FirstOrDefault(photo => photo.Box is null) is { } without)
            throw new FingerspellException($"{without.Name} has no box; add a line for it to the box file, or let the hand be found");
        var readings = new PhotoReading?[photos.Count];
        var errors = new FingerspellException?[photos.Count];
        long done = 0;
        Lock counting = new();
        OnAllCores.Do(photos.Count, i =>
        {
            try
            {
                using var frame = Frame.Load(photos[i].Path);
                var reading = boxesGiven ? recognizer.Read(frame, photos[i].Box!.Box) : recognizer.Read(frame);
                readings[i] = new(photos[i], reading);
            }
            catch (FingerspellException e)
            {
                errors[i] = e;
            }
            lock (counting)
                progress?.Invoke(++done);
        }, stop);
        for (int i = 0; i < photos.Count; i++)
        {
            if (errors[i] is { } error)
                unreadable(photos[i], error);
        }
        return [.. readings.OfType<PhotoReading>()];
    }
}
