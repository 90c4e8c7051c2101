using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data;

namespace Fingerspell.Training.Tests.Data;

/// <summary>A sources.csv that does not belong to the data is refused, never half used.</summary>
public sealed class SourcesFileTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("train,1,3,", "train,5,3,", "row 1, column row: expected 1 to 4, the rows of train, found \"5\"")]
    [InlineData("train,1,3,", "train,0,3,", "row 1, column row: expected 1 to 4, the rows of train, found \"0\"")]
    [InlineData("train,1,3,", "train,one,3,", "row 1, column row: expected 1 to 4, the rows of train, found \"one\"")]
    [InlineData("train,1,3,", "train,1,4,", "row 1, column label: train row 1 has label 3, not \"4\"")]
    [InlineData("train,1,3,", "valid,1,3,", "row 1, column split: expected train or test, found \"valid\"")]
    [InlineData("train,2,0,", "train,1,3,", "row 2, column row: train row 1 was named before")]
    [InlineData("test,2,3,user_9,D/user_9_D7.jpg,0.9\n", "", "test row 2 is not named")]
    [InlineData("user_5,", ",", "row 5: signer and photo must not be empty")]
    [InlineData("signer,photo", "person,photo", "header: there is no column signer; it has split,row,label,signer,photo")]
    public void Sources_that_contradict_the_data_are_refused(string part, string replacement, string expected)
    {
        TinyDataset.WriteFiles(folder);
        string sources = TinyDataset.Sources.Replace(part, replacement, StringComparison.Ordinal);
        Assert.NotEqual(TinyDataset.Sources, sources);
        File.WriteAllText(folder["sources.csv"], sources);

        var error = Assert.Throws<FingerspellException>(() => SignLanguageMnist.Load(folder.Path, TestContext.Current.CancellationToken));

        Assert.Equal($"{folder["sources.csv"]}, {expected}; use the sources.csv that belongs to this data, or take it away", error.Message);
    }
}
