using Fingerspell.Training.Data;
using Fingerspell.Training.Learning;

namespace Fingerspell.Training.Tests.Learning;

public sealed class ValidationSplitTests
{
    static readonly DatasetSplit Rows = MadeData.Split(120);

    [Fact]
    public void By_photograph_no_photograph_is_on_both_sides()
    {
        var (train, validation) = ValidationSplit.Of(Rows, new TrainOptions { Validation = Validation.Photo, ValidationShare = 0.2 });
        Assert.Empty(Photos(train).Intersect(Photos(validation!)));
        Assert.Equal(Photos(Rows).Count(), Photos(train).Count() + Photos(validation!).Count());
        Assert.Equal(0.2, (double)Photos(validation!).Count() / Photos(Rows).Count(), 0.02);
        Assert.Equal(Rows.Count, train.Count + validation!.Count);
    }

    [Fact]
    public void By_signer_the_one_named_is_held_back()
    {
        var (train, validation) = ValidationSplit.Of(
            Rows, new TrainOptions { Validation = Validation.Signer, ValidationSigner = "user_1" });
        Assert.All(validation!.Sources!, source => Assert.Equal("user_1", source.Signer));
        Assert.DoesNotContain(train.Sources!, source => source.Signer == "user_1");
    }

    [Fact]
    public void A_signer_who_is_not_there_is_refused_with_those_who_are()
    {
        var error = Assert.Throws<FingerspellException>(() => ValidationSplit.Of(
            Rows, new TrainOptions { Validation = Validation.Signer, ValidationSigner = "user_9" }));
        Assert.Contains("'user_9'", error.Message, StringComparison.Ordinal);
        Assert.Contains("user_0, user_1, user_2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Validation.Photo)]
    [InlineData(Validation.Signer)]
    public void Without_sources_only_random_or_none_is_possible(Validation kind)
    {
        var bare = new DatasetSplit("train", Rows.Labels, Rows.Pixels);
        var error = Assert.Throws<FingerspellException>(() => ValidationSplit.Of(bare, new TrainOptions { Validation = kind }));
        Assert.Contains("sources.csv", error.Message, StringComparison.Ordinal);
        Assert.NotNull(ValidationSplit.Of(bare, new TrainOptions { Validation = Validation.Random }).Validation);
        Assert.Null(ValidationSplit.Of(bare, new TrainOptions { Validation = Validation.None }).Validation);
    }

    [Fact]
    public void The_same_seed_holds_back_the_same_rows()
    {
        var options = new TrainOptions { Validation = Validation.Photo, Seed = 5 };
        Assert.Equal(Photos(ValidationSplit.Of(Rows, options).Validation!), Photos(ValidationSplit.Of(Rows, options).Validation!));
        Assert.NotEqual(Photos(ValidationSplit.Of(Rows, options).Validation!), Photos(ValidationSplit.Of(Rows, options with { Seed = 6 }).Validation!));
    }

    static IEnumerable<string> Photos(DatasetSplit split) => split.Sources!.Select(s => s.Photo).Distinct();
}
