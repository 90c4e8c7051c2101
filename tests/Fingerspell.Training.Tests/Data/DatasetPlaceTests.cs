using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data;

namespace Fingerspell.Training.Tests.Data;

public sealed class DatasetPlaceTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    string Refusal(string? place = null) => Assert.Throws<FingerspellException>(
        () => SignLanguageMnist.Load(place ?? folder.Path, TestContext.Current.CancellationToken)).Message;

    [Fact]
    public void A_named_place_without_the_data_is_an_error_and_no_other_is_looked_in()
    {
        Assert.StartsWith($"{folder.Path} holds neither", Refusal(), StringComparison.Ordinal);
        Assert.StartsWith($"{folder["nowhere"]} does not exist; download https://www.kaggle.com/", Refusal(folder["nowhere"]), StringComparison.Ordinal);
    }

    [Fact]
    public void One_file_without_the_other_is_an_error()
    {
        TinyDataset.WriteFiles(folder);
        File.Delete(folder["sign_mnist_test.csv"]);
        Assert.StartsWith($"{folder.Path} has sign_mnist_train.csv but not sign_mnist_test.csv", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_the_files_is_not_taken_for_the_archive()
    {
        TinyDataset.WriteFiles(folder);
        Assert.Equal(
            $"{folder["sign_mnist_train.csv"]} is a CSV file, and there are two; name the folder that holds sign_mnist_train.csv and sign_mnist_test.csv",
            Refusal(folder["sign_mnist_train.csv"]));
    }

    [Fact]
    public void Files_are_preferred_to_the_archive_beside_them()
    {
        File.WriteAllText(folder["archive.zip"], "never opened");
        TinyDataset.WriteFiles(folder);
        Assert.Equal(folder.Path, SignLanguageMnist.Load(folder.Path, TestContext.Current.CancellationToken).Place);
    }

    [Fact]
    public void What_is_no_zip_archive_is_refused()
    {
        File.WriteAllText(folder["archive.zip"], "<html>not a zip</html>");
        Assert.StartsWith($"{folder["archive.zip"]} is damaged or no zip archive", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_that_is_cut_off_is_refused()
    {
        File.WriteAllBytes(folder["archive.zip"], TinyDataset.Archive[..^100]);
        Assert.StartsWith($"{folder["archive.zip"]} is damaged or no zip archive", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_with_one_changed_digit_is_refused()
    {
        byte[] archive = TinyDataset.Archive;
        int digit = archive.AsSpan().IndexOf("\n3,3,4,5,"u8) + 3;
        archive[digit] = (byte)'8';
        File.WriteAllBytes(folder["archive.zip"], archive);
        Assert.Contains("the checksum of sign_mnist_train.csv is wrong", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_archive_of_something_else_is_refused()
    {
        File.WriteAllBytes(folder["archive.zip"], TinyDataset.Zip(("sign_mnist_train.csv", TinyDataset.Train), ("other.csv", "")));
        Assert.StartsWith($"{folder["archive.zip"]} has no sign_mnist_test.csv", Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../sign_mnist_train.csv")]
    [InlineData("a/../../b")]
    [InlineData("/etc/passwd")]
    [InlineData("C:/x")]
    [InlineData("..\\x")]
    public void An_archive_with_an_entry_that_leaves_its_folder_is_refused(string entry)
    {
        File.WriteAllBytes(folder["archive.zip"], TinyDataset.Zip(
            ("sign_mnist_train.csv", TinyDataset.Train), ("sign_mnist_test.csv", TinyDataset.Test), (entry, "")));
        Assert.Contains($"has an entry that leaves its folder, \"{entry}\"", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_where_a_file_should_be_cannot_be_read()
    {
        Directory.CreateDirectory(folder["sign_mnist_train.csv"]);
        Directory.CreateDirectory(folder["sign_mnist_test.csv"]);
        Assert.StartsWith($"{folder.Path} holds neither", Refusal(), StringComparison.Ordinal);
    }
}
