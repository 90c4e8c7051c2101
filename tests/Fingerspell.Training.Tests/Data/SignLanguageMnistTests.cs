using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data;

namespace Fingerspell.Training.Tests.Data;

public sealed class SignLanguageMnistTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Two_CSV_files_in_a_folder_are_read_whatever_their_line_ends(string newline)
    {
        TinyDataset.WriteFiles(folder,
            TinyDataset.Csv(TinyDataset.TrainLabels, newline), TinyDataset.Csv(TinyDataset.TestLabels, newline).TrimEnd());

        var data = SignLanguageMnist.Load(folder.Path, TestContext.Current.CancellationToken);

        Assert.Equal("train", data.Train.Name);
        Assert.Equal([3, 0, 24, 8], data.Train.Labels);
        Assert.Equal([10, 3], data.Test.Labels);
        Assert.Equal(Enumerable.Range(0, 784).Select(i => (byte)(24 + 2 + i)), data.Train.PixelsOf(2).ToArray());
        Assert.Null(data.Train.Sources);
        Assert.Equal(folder.Path, data.Place);
        Assert.False(data.IsAsPublished);
    }

    [Theory]
    [InlineData("")]
    [InlineData("archive.zip")]
    public void An_archive_gives_the_same_as_its_files(string place)
    {
        TinyDataset.WriteFiles(folder);
        var files = SignLanguageMnist.Load(folder.Path, TestContext.Current.CancellationToken);
        File.Delete(folder["sign_mnist_train.csv"]);
        File.Delete(folder["sign_mnist_test.csv"]);
        File.WriteAllBytes(folder["archive.zip"], TinyDataset.Archive);

        var archive = SignLanguageMnist.Load(Path.Combine(folder.Path, place), TestContext.Current.CancellationToken);

        Assert.Equal(files.Train.Pixels, archive.Train.Pixels);
        Assert.Equal(files.Test.Labels, archive.Test.Labels);
        Assert.Equal((files.TrainSha256, files.TestSha256), (archive.TrainSha256, archive.TestSha256));
        Assert.Equal(folder["archive.zip"], archive.Place);
    }

    [Fact]
    public void A_changed_file_is_seen_at_the_next_reading()
    {
        File.WriteAllBytes(folder["archive.zip"], TinyDataset.Archive);
        var before = SignLanguageMnist.Load(folder.Path, TestContext.Current.CancellationToken);
        File.WriteAllBytes(folder["archive.zip"],
            TinyDataset.Zip(("sign_mnist_train.csv", TinyDataset.Csv([5])), ("sign_mnist_test.csv", TinyDataset.Test)));

        var after = SignLanguageMnist.Load(folder.Path, TestContext.Current.CancellationToken);

        Assert.Equal([5], after.Train.Labels);
        Assert.NotEqual(before.TrainSha256, after.TrainSha256);
    }

    [Fact]
    public void The_sources_beside_the_data_are_attached_in_the_order_of_the_rows()
    {
        File.WriteAllBytes(folder["archive.zip"], TinyDataset.Archive);
        File.WriteAllText(folder["sources.csv"], TinyDataset.Sources);

        var data = SignLanguageMnist.Load(folder.Path, TestContext.Current.CancellationToken);

        Assert.Equal(new RowSource("user_9", "Y/user_9_Y1.jpg"), data.Train.Sources![2]);
        Assert.Equal(["user_5", "user_9"], data.Test.Sources!.Select(source => source.Signer));
    }

    [Fact]
    public void A_file_that_no_array_can_hold_is_refused()
    {
        TinyDataset.WriteFiles(folder);
        using (var sparse = File.OpenWrite(folder["sign_mnist_train.csv"]))
            sparse.SetLength(3L << 30);
        var error = Assert.Throws<FingerspellException>(() => SignLanguageMnist.Load(folder.Path, TestContext.Current.CancellationToken));
        Assert.Contains("sign_mnist_train.csv cannot be read: it has 3221225472 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_stops_when_it_is_told_to()
    {
        TinyDataset.WriteFiles(folder);
        Assert.Throws<OperationCanceledException>(() => SignLanguageMnist.Load(folder.Path, new CancellationToken(true)));
    }

    [Fact]
    public void The_published_archive_is_read_whole_and_known_by_its_hashes()
    {
        string place = SharedData.Require("data/sign-language-mnist");

        var data = SignLanguageMnist.Load(place, TestContext.Current.CancellationToken);

        Assert.True(data.IsAsPublished);
        Assert.Equal((27_455, 7_172), (data.Train.Count, data.Test.Count));
        Assert.Equal([3, 6, 2, 2, 13], data.Train.Labels.Take(5));
        Assert.Equal(["user_9", "user_4"], data.Train.Sources!.Take(2).Select(source => source.Signer));
        Assert.Equal(1_332, data.Train.Sources!.Distinct().Count());
        Assert.Equal(348, data.Test.Sources!.Distinct().Count());
    }
}
