using Fingerspell.Training.Data;

namespace Fingerspell.Training.Learning;

/// <summary>Divides the training rows into those that train and those that validate.</summary>
public static class ValidationSplit
{
    /// <summary>The two parts; the second is null where nothing is held back.</summary>
    /// <param name="rows">The rows to divide.</param>
    /// <param name="options">By what, which share or who, and the seed of the choice.</param>
    /// <exception cref="FingerspellException">The rows' sources are needed and unknown, or nothing would be left on a side.</exception>
    public static (DatasetSplit Train, DatasetSplit? Validation) Of(DatasetSplit rows, TrainOptions options)
    {
        if (options.Validation == Validation.None)
            return (rows, null);
        if (options.Validation != Validation.Random && rows.Sources is null)
            throw new FingerspellException(
                $"validation by {$"{options.Validation ?? Validation.Photo}".ToLowerInvariant()} needs sources.csv beside the dataset, which says "
                + "whose photograph each row is; without it use --validation random (which leaks) or --validation none");

        var held = HeldBack(rows, options);
        var all = Enumerable.Range(0, rows.Count).ToLookup(held.Contains);
        int[] train = [.. all[false]], validation = [.. all[true]];
        if (train.Length == 0 || validation.Length == 0)
            throw new FingerspellException(
                $"validation would leave {train.Length} rows to train and {validation.Length} to validate; choose another share");
        return (rows.Select(train), rows.Select(validation, "validation"));
    }

    static HashSet<int> HeldBack(DatasetSplit rows, TrainOptions options)
    {
        var positions = Enumerable.Range(0, rows.Count);
        switch (options.Validation)
        {
            case Validation.Signer:
                var signers = rows.Sources!.Select(s => s.Signer).Distinct().Order(StringComparer.Ordinal).ToArray();
                if (!signers.Contains(options.ValidationSigner))
                    throw new FingerspellException(
                        $"there is no signer '{options.ValidationSigner}' to hold back; there are {string.Join(", ", signers)}");
                return [.. positions.Where(row => rows.Sources![row].Signer == options.ValidationSigner)];
            case Validation.Photo or null:
                var photos = Some(rows.Sources!.Select(s => s.Photo).Distinct().Order(StringComparer.Ordinal), options).ToHashSet();
                return [.. positions.Where(row => photos.Contains(rows.Sources![row].Photo))];
            default:
                return [.. Some(positions, options)];
        }
    }

    /// <summary>A random share of the items; the same for the same seed.</summary>
    static IEnumerable<T> Some<T>(IEnumerable<T> items, TrainOptions options)
    {
        T[] shuffled = [.. items];
        new Random(options.Seed).Shuffle(shuffled);
        return shuffled.Take((int)Math.Round(shuffled.Length * options.ValidationShare));
    }
}
