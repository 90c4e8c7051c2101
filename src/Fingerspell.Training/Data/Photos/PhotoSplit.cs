using Fingerspell.Training.Learning;

namespace Fingerspell.Training.Data.Photos;

/// <summary>Divides photographs into those that train and those that validate.</summary>
public static class PhotoSplit
{
    /// <summary>Why <see cref="Validation.Random"/> is refused, and what to do.</summary>
    public const string NotByRandom =
        "photographs are not held back by random: copies of one would stand on both sides; use --validation Photo, Signer or None";

    /// <summary>The two parts; the second is empty where nothing is held back.</summary>
    /// <param name="photos">All photographs.</param>
    /// <param name="options">
    /// By signer: the signers or whole sets named are held back. By photograph: a share of the photographs, each with all
    /// its altered copies.
    /// </param>
    /// <exception cref="FingerspellException">Nobody is named so, nothing would be left on a side, or validation is random.</exception>
    public static (IReadOnlyList<TrainingPhoto> Train, IReadOnlyList<TrainingPhoto> Held) Of(
        IReadOnlyList<TrainingPhoto> photos, TrainOptions options)
    {
        Func<TrainingPhoto, bool> isHeld = options.Validation switch
        {
            Validation.None => _ => false,
            Validation.Signer => BySigner(photos, options),
            Validation.Photo or null => ByPhoto(photos, options),
            _ => throw new FingerspellException(NotByRandom),
        };
        var parts = photos.ToLookup(isHeld);
        List<TrainingPhoto> train = [.. parts[false]], held = [.. parts[true]];
        if (train.Count == 0 || (held.Count == 0 && options.Validation != Validation.None))
            throw new FingerspellException(
                $"validation would leave {train.Count} photographs to train and {held.Count} to validate; hold back others");
        return (train, held);
    }

    /// <summary>The rows of Sign Language MNIST that may train beside photographs: none of who or what is held back.</summary>
    /// <exception cref="FingerspellException">Something is held back, and whose hand each row is, is not known.</exception>
    public static DatasetSplit RowsBeside(DatasetSplit rows, IReadOnlyList<TrainingPhoto> held, TrainOptions options)
    {
        if (held.Count == 0)
            return rows;
        if (rows.Sources is null)
            throw new FingerspellException("holding photographs back needs sources.csv beside Sign Language MNIST, which says whose hand "
                + "each row is, or the held-back would train as rows; use --validation None without it");
        var signers = options.Validation == Validation.Signer ? held.Select(photo => photo.Signer).ToHashSet() : [];
        // The rows' photographs are named as those of the set original-signers, which they were made from.
        var photos = held.Select(photo => photo.Name).ToHashSet();
        return rows.Select([.. Enumerable.Range(0, rows.Count).Where(row =>
            !signers.Contains(rows.Sources[row].Signer) && !photos.Contains(rows.Sources[row].Photo))]);
    }

    static Func<TrainingPhoto, bool> BySigner(IReadOnlyList<TrainingPhoto> photos, TrainOptions options)
    {
        var names = options.ValidationSigners;
        var known = photos.SelectMany(photo => new[] { photo.Set, photo.Signer }).ToHashSet();
        if (names.Count == 0 || !names.All(known.Contains))
            throw new FingerspellException(
                $"there is no signer or set '{names.FirstOrDefault(name => !known.Contains(name))}' to hold back; there are "
                + string.Join(", ", known.Order(SignerOrder.Instance)));
        return photo => names.Contains(photo.Signer) || names.Contains(photo.Set);
    }

    static Func<TrainingPhoto, bool> ByPhoto(IReadOnlyList<TrainingPhoto> photos, TrainOptions options)
    {
        string[] sources = [.. photos.Select(photo => photo.Source).Distinct().Order(StringComparer.Ordinal)];
        new Random(options.Seed).Shuffle(sources);
        var held = sources.Take((int)Math.Round(sources.Length * options.ValidationShare)).ToHashSet();
        return photo => held.Contains(photo.Source);
    }
}
