namespace Fingerspell.Training.Data.Photos;

/// <summary>How likely each photograph is to be drawn for training.</summary>
static class SetOdds
{
    /// <summary>
    /// A number a photograph, in proportion to its odds: a set of n photographs counts √n, since a hundred more of one person
    /// teach less than the first hundred, and then every letter as much as the others, since some sets lack some.
    /// </summary>
    public static float[] Of(IReadOnlyList<TrainingPhoto> photos)
    {
        var sizes = photos.CountBy(photo => photo.Set).ToDictionary();
        float[] ofSets = [.. photos.Select(photo => 1 / MathF.Sqrt(sizes[photo.Set]))];
        var ofLetters = photos.Zip(ofSets).AggregateBy(pair => pair.First.Label, 0f, (sum, pair) => sum + pair.Second).ToDictionary();
        return [.. photos.Zip(ofSets, (photo, odds) => odds / ofLetters[photo.Label])];
    }
}
