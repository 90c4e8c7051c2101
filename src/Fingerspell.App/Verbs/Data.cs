using System.CommandLine;
using Fingerspell.Training.Data;
using Fingerspell.Training.Data.Fetching;

namespace Fingerspell.App.Verbs;

/// <summary><c>fingerspell data</c>: where the dataset is, and whether it is whole; fetches it.</summary>
static class Data
{
    public static Command Create()
    {
        var place = CommonOptions.Data();
        var fetch = new Option<bool>("--fetch")
        {
            Description = "Fetch the dataset from Kaggle into --data, $FINGERSPELL_DATA or the user's cache, "
                + "unless it is there. A download that broke off is gone on with.",
        };
        var from = new Option<string?>("--from")
        {
            Description = $"Where --fetch gets the archive. Default: {PublishedFiles.Address}",
            HelpName = "URL",
        };
        from.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } url && AsAddress(url) is null)
                result.AddError($"--from takes an http or https address, not '{url}'");
        });
        var json = CommonOptions.Json();
        var verb = new Command("data", """
            Says where Sign Language MNIST is and checks it: rows, checksums, letters, who is shown. Fetches it.

            Examples:
              fingerspell data
              fingerspell data --fetch
              fingerspell data --data ~/Downloads/archive.zip --json
            """) { place, fetch, from, json };

        verb.Validators.Add(result =>
        {
            if (result.GetValue(from) is not null && !result.GetValue(fetch))
                result.AddError("--from says where --fetch gets the archive; give that too");
        });

        verb.SetAction(async (parsed, stop) =>
        {
            string? named = parsed.GetValue(place);
            if (parsed.GetValue(fetch))
            {
                var options = new FetchOptions();
                if (parsed.GetValue(from) is { } url)
                    options = options with { From = AsAddress(url)! };
                named = await DatasetFetching.RunAsync(named, options, parsed.InvocationConfiguration.Error, stop);
            }
            var data = await Task.Run(() => SignLanguageMnist.Load(named, stop), stop);
            var report = DataReport.Of(data);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(parsed.GetValue(json) ? report.ToJson() : report.ToText());
            return CommandLine.Done;
        });
        return verb;
    }

    static Uri? AsAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is ("http" or "https") ? address : null;
}
