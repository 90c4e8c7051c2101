namespace Fingerspell.Training.Data.Photos;

/// <summary>How likely each photograph is to be drawn for training.</summary>
static class SetOdds
{
    /// <summary>
    /// A number a photograph, in proportion to its odds: a set of n photographs counts √n, since a hundred more of one person
    /// teach less than the first hundred.
    /// </summary>
    public static float[] Of(IReadOnlyList<TrainingPhoto> photos)
    {
        var sizes = photos.CountBy(photo => photo.Set).ToDictionary();
        return [.. photos.Select(photo => 1 / MathF.Sqrt(sizes[photo.Set]))];
    }
}
