using Fingerspell.Imaging;
using Fingerspell.Training.Data.Photos;

namespace Fingerspell.Training.Tests.Data.Photos;

public sealed class SetOddsTests
{
    [Fact]
    public void Letters_are_as_likely_as_each_other_and_large_sets_of_one_less_than_by_their_size()
    {
        IReadOnlyList<TrainingPhoto> photos = [.. Photos("large", 0, 16), .. Photos("large", 1, 48), .. Photos("small", 0, 16)];
        float[] odds = SetOdds.Of(photos);
        double Sum(Func<TrainingPhoto, bool> which) => photos.Zip(odds).Where(pair => which(pair.First)).Sum(pair => (double)pair.Second);
        Assert.Equal(Sum(photo => photo.Label == 0), Sum(photo => photo.Label == 1), 1e-5);
        // 64 and 16 photographs count 8 and 4; of the large set a quarter shows the letter.
        Assert.Equal(2, Sum(photo => photo is { Set: "small", Label: 0 }) / Sum(photo => photo is { Set: "large", Label: 0 }), 1e-5);
    }

    static IEnumerable<TrainingPhoto> Photos(string set, byte label, int count) =>
        Enumerable.Range(0, count).Select(i => new TrainingPhoto($"{i}", set, $"{i}", label, set, $"{i}", new Box(0, 0, 10, 10)));
}
