using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data.Photos;

namespace Fingerspell.Training.Tests.Data.Photos;

public sealed class TrainingPhotosTests : IDisposable
{
    readonly TemporaryFolder place = new();
    readonly string root;

    public TrainingPhotosTests() => root = MadePhotos.Write(place["photos"], each: 2);

    public void Dispose() => place.Dispose();

    [Fact]
    public void Lists_the_sets_with_letter_signer_source_and_box()
    {
        var photos = TrainingPhotos.Load(root, place["boxes"], TestContext.Current.CancellationToken);
        Assert.Equal(12, photos.Photos.Count);
        Assert.Empty(photos.Notices);
        Assert.Equal(
            new TrainingPhoto(Path.Combine(root, "first/A/01.jpg.rf.3.png"), "first", "A/01.jpg.rf.3.png", 0, "bert", "first/A/01.jpg", MadePhotos.Hand),
            photos.Photos[1]);
        // Nobody is named in the second set, so it counts as one person.
        Assert.All(photos.Photos.Skip(6), photo => Assert.Equal("second", photo.Signer));
    }

    [Fact]
    public void A_set_without_boxes_takes_those_that_are_shipped_or_is_left_out_with_a_notice()
    {
        Directory.CreateDirectory(place["boxes"]);
        File.Move(Path.Combine(root, "second", "boxes.csv"), place["boxes/second.csv"]);
        Assert.Equal(12, TrainingPhotos.Load(root, place["boxes"], TestContext.Current.CancellationToken).Photos.Count);

        var without = TrainingPhotos.Load(root, place["elsewhere"], TestContext.Current.CancellationToken);
        Assert.Equal(6, without.Photos.Count);
        Assert.StartsWith("second is left out", Assert.Single(without.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public void A_photograph_without_a_box_is_left_out_and_counted()
    {
        string boxes = Path.Combine(root, "first", "boxes.csv");
        File.WriteAllLines(boxes, File.ReadAllLines(boxes).SkipLast(1));
        var photos = TrainingPhotos.Load(root, place["boxes"], TestContext.Current.CancellationToken);
        Assert.Equal(11, photos.Photos.Count);
        Assert.StartsWith("first: 1 of 6 photographs are left out", Assert.Single(photos.Notices), StringComparison.Ordinal);
    }

    [Fact]
    public void The_checksum_tells_other_pictures_and_other_boxes_apart()
    {
        string Sum() => TrainingPhotos.Load(root, place["boxes"], TestContext.Current.CancellationToken).Sha256;
        string first = Sum();
        Assert.Equal(first, Sum());
        string boxes = Path.Combine(root, "first", "boxes.csv");
        File.WriteAllText(boxes, File.ReadAllText(boxes).Replace("50,30,60,60", "50,30,60,61", StringComparison.Ordinal));
        string second = Sum();
        File.Copy(Path.Combine(root, "first/A/00.jpg.rf.0.png"), Path.Combine(root, "first/A/01.jpg.rf.3.png"), overwrite: true);
        Assert.Equal(3, new[] { first, second, Sum() }.Distinct().Count());
    }

    [Fact]
    public void What_is_wrong_is_said_with_its_remedy()
    {
        AssertRefused("does not exist; name a folder with --photos", place["nowhere"]);
        Directory.CreateDirectory(place["empty"]);
        AssertRefused("put a boxes.csv into", place["empty"]);
        string boxes = Path.Combine(root, "second", "boxes.csv");
        File.WriteAllText(boxes, File.ReadAllText(boxes).Replace(",A,", ",B,", StringComparison.Ordinal));
        AssertRefused("shows B, its folder says A", root);
    }

    void AssertRefused(string said, string folder)
    {
        var error = Assert.Throws<FingerspellException>(() => TrainingPhotos.Load(folder, place["boxes"], TestContext.Current.CancellationToken));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }
}
