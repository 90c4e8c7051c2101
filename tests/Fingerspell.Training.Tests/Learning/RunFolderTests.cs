using Fingerspell.Tests.Shared;
using Fingerspell.Training.Learning;

namespace Fingerspell.Training.Tests.Learning;

public sealed class RunFolderTests : IDisposable
{
    readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_new_folder_is_taken_at_once_and_the_next_has_the_next_number()
    {
        var first = RunFolder.Create(place.Path, "tutorial");
        Assert.True(File.Exists(first.ConfigFile));
        Assert.Equal(place["tutorial-1"], first.Path);
        Assert.Equal(place["tutorial-2"], RunFolder.Create(place.Path, "tutorial").Path);
    }

    [Fact]
    public void Trainings_that_are_started_together_have_a_folder_each()
    {
        const int Together = 8;
        var stop = TestContext.Current.CancellationToken;
        string[] paths = new string[Together];
        using var start = new Barrier(Together);
        Thread[] trainings = [.. Enumerable.Range(0, Together).Select(i => new Thread(() =>
        {
            start.SignalAndWait(stop);
            paths[i] = RunFolder.Create(place.Path, "tutorial").Path;
        }))];
        foreach (var training in trainings)
            training.Start();
        foreach (var training in trainings)
            training.Join();
        Assert.Equal(Together, paths.Distinct().Count());
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told_with_the_option_that_names_another()
    {
        File.WriteAllText(place["taken"], "");
        Assert.Contains("name another one with --runs", Assert.Throws<FingerspellException>(
            () => RunFolder.Create(place["taken"], "tutorial")).Message, StringComparison.Ordinal);
        Assert.Contains("name another one with --folds", Assert.Throws<FingerspellException>(
            () => RunFolder.OpenOrCreate(place["taken/user_0"])).Message, StringComparison.Ordinal);
    }
}
