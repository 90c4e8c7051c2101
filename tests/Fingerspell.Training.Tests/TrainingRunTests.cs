using Fingerspell.Tests.Shared;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Tests.Data;
using Fingerspell.Training.Tests.Learning;

namespace Fingerspell.Training.Tests;

public sealed class TrainingRunTests : IDisposable
{
    readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("other", "", "--data")]
    [InlineData("", "other", "--photos")]
    public void A_run_that_goes_on_refuses_other_data_before_it_prepares_any(string dataset, string photos, string option)
    {
        var stop = TestContext.Current.CancellationToken;
        TinyDataset.WriteFiles(place);
        var data = new TrainingData(place.Path, MadePhotos.Write(place["photos"], each: 1), stop);
        var config = new RunConfig(
            new TrainOptions { Network = "letters", Validation = Validation.None, Threads = 1 }, "made", dataset.Length > 0 ? dataset : data.Rows.TrainSha256, 1, 0,
            Versions.Current(), DateTimeOffset.UnixEpoch, photos.Length > 0 ? photos : data.Photos.Sha256);
        config.Write(place["run/config.json"]);

        var watcher = new Watcher();
        var error = Assert.Throws<FingerspellException>(() => TrainingRun.Resume(place["run"], data, watcher, stop));
        Assert.Contains($"name the right one with {option}", error.Message, StringComparison.Ordinal);
        Assert.Empty(watcher.Notices);
    }
}
