using Fingerspell.Imaging;
using Fingerspell.Training.Data.Photos;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Tests.Learning;

namespace Fingerspell.Training.Tests.Data.Photos;

public sealed class PhotoSplitTests
{
    // Two copies of each photograph.
    static readonly TrainingPhoto[] Photos = [.. Enumerable.Range(0, 60).Select(i =>
        new TrainingPhoto("", $"set-{i % 3}", $"A/{i}.jpg", 0, i % 3 == 0 ? $"user_{i % 2}" : $"set-{i % 3}", $"{i / 6}/{i % 3}", new Box(0, 0, 9, 9)))];

    [Fact]
    public void Signers_and_whole_sets_are_held_back()
    {
        var (train, held) = PhotoSplit.Of(Photos, new TrainOptions { Validation = Validation.Signer, ValidationSigner = "user_1, set-2" });
        Assert.All(held, photo => Assert.True(photo.Signer == "user_1" || photo.Set == "set-2"));
        Assert.DoesNotContain(train, photo => photo.Signer == "user_1" || photo.Set == "set-2");
        Assert.Equal(Photos.Length, train.Count + held.Count);
    }

    [Fact]
    public void By_photograph_all_its_copies_are_on_one_side()
    {
        var (train, held) = PhotoSplit.Of(Photos, new TrainOptions { Validation = Validation.Photo, ValidationShare = 0.2 });
        Assert.Equal(12, held.Count);
        Assert.Empty(train.Select(photo => photo.Source).Intersect(held.Select(photo => photo.Source)));
    }

    [Theory]
    [InlineData(Validation.Signer, "nobody", "there are set-0, set-1, set-2, user_0, user_1")]
    [InlineData(Validation.Signer, "set-0,set-1,set-2", "0 photographs to train")]
    [InlineData(Validation.Random, null, "--validation Photo, Signer or None")]
    public void What_cannot_be_held_back_is_refused(Validation validation, string? who, string said)
    {
        var error = Assert.Throws<FingerspellException>(() =>
            PhotoSplit.Of(Photos, new TrainOptions { Validation = validation, ValidationSigner = who }));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_of_who_is_held_back_do_not_train_either()
    {
        var rows = MadeData.Split(30);
        var options = new TrainOptions { Validation = Validation.Signer, ValidationSigner = "user_1" };
        var beside = PhotoSplit.RowsBeside(rows, PhotoSplit.Of(Photos, options).Held, options);
        Assert.Equal(20, beside.Count);
        Assert.DoesNotContain(beside.Sources!, source => source.Signer == "user_1");
        Assert.Same(rows, PhotoSplit.RowsBeside(rows, [], options));
        var bare = new Training.Data.DatasetSplit("train", rows.Labels, rows.Pixels);
        Assert.Contains("sources.csv", Assert.Throws<FingerspellException>(
            () => PhotoSplit.RowsBeside(bare, Photos, options)).Message, StringComparison.Ordinal);
    }
}
