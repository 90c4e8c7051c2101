using System.Globalization;
using Fingerspell.Training.Data;
using Fingerspell.Training.Data.Fetching;
using Spectre.Console;

namespace Fingerspell.App;

/// <summary>Fetches the dataset where it is not there already, and shows how far the download is.</summary>
static class DatasetFetching
{
    /// <summary>Fetches, unless the published data is there, and returns the folder.</summary>
    /// <param name="named">The folder that <c>--data</c> names, or null.</param>
    /// <param name="options">Where from, and how patiently.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="stop">Stops the download; what has arrived is kept.</param>
    public static async Task<string> RunAsync(string? named, FetchOptions options, TextWriter error, CancellationToken stop)
    {
        string folder = Path.GetFullPath(named ?? DatasetSearch.NamedByEnvironment() ?? DatasetSearch.UserCache());
        if (File.Exists(folder))
            throw new FingerspellException($"{folder} is a file; --fetch needs a folder in --data or ${DatasetSearch.Variable}");
        if (IsThere(folder, stop))
        {
            await error.WriteLineAsync($"{folder} has the published data; there is nothing to fetch");
            return folder;
        }
        if (Terminal.IsInteractive)
            await WithBarAsync(report => DatasetFetcher.FetchAsync(folder, options, report, stop));
        else
            await DatasetFetcher.FetchAsync(folder, options, PlainLines(error), stop);
        return folder;
    }

    /// <summary>Whether the folder holds the published data. Good data of another edition is not replaced; damaged data is.</summary>
    static bool IsThere(string folder, CancellationToken stop)
    {
        SignLanguageMnist there;
        try
        {
            if (DatasetPlace.At(folder) is not { } place)
                return false;
            // Its sources.csv, which is not fetched, may be wrong and the data good.
            there = SignLanguageMnist.LoadRows(place, stop);
        }
        catch (FingerspellException)
        {
            return false;
        }
        return there.IsAsPublished
            ? true
            : throw new FingerspellException($"{folder} has another edition of the data; fetch into another folder with --data");
    }

    static Task WithBarAsync(Func<Action<FetchProgress>, Task> work) => Terminal.Status.Progress()
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn(), new RemainingTimeColumn())
        .StartAsync(context =>
        {
            var bar = context.AddTask("fetching", maxValue: 1);
            return work(progress =>
            {
                if (progress.Trouble is { } trouble)
                    Terminal.Status.MarkupLineInterpolated($"[yellow]{trouble}[/]");
                bar.IsIndeterminate = progress.Total is null;
                bar.MaxValue = progress.Total ?? Math.Max(1, progress.Done);
                bar.Value = progress.Done;
            });
        });

    /// <summary>A line for each tenth of the whole, or for every 10 MB where its size is unknown, and for each trouble.</summary>
    static Action<FetchProgress> PlainLines(TextWriter error)
    {
        long shown = -1;
        return progress =>
        {
            if (progress.Trouble is { } trouble)
                error.WriteLine($"fetching: {trouble}");
            long step = progress.Total is > 0 and var total ? progress.Done * 10 / total : progress.Done / 10_000_000;
            if (step == shown || progress.Done == 0)
                return;
            shown = step;
            string of = progress.Total is { } all ? string.Create(CultureInfo.InvariantCulture, $" of {all / 1e6:0.0}") : "";
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"fetching: {progress.Done / 1e6:0.0}{of} MB"));
        };
    }
}
