using System.Diagnostics;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Verbs;

/// <summary>Where the data is looked for, seen from outside: the search depends on the process's folder and environment.</summary>
public sealed class DataSearchTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    string WithData(string place)
    {
        string path = Directory.CreateDirectory(folder[place]).FullName;
        using var data = new TemporaryFolder();
        MadeDataset.WriteFewRows(data.Path);
        foreach (string file in Directory.GetFiles(data.Path))
            File.Copy(file, Path.Combine(path, Path.GetFileName(file)));
        return path;
    }

    async Task<(int Code, string Output, string Error)> Data(string? environment = null, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, "data", .. args])
        {
            WorkingDirectory = Directory.CreateDirectory(folder["here"]).FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["XDG_CACHE_HOME"] = folder["cache"];
        start.Environment["FINGERSPELL_DATA"] = environment;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    [Fact]
    public async Task The_places_are_looked_in_in_their_order()
    {
        string[] usual = ["here/data/sign-language-mnist", "shared/data/sign-language-mnist", "cache/fingerspell/sign-language-mnist"];

        var (code, _, error) = await Data();
        Assert.Equal(CommandLine.Failed, code);
        Assert.StartsWith($"fingerspell: Sign Language MNIST is not in {string.Join(", ", usual.Select(place => folder[place]))}; fetch it with", error);

        foreach (string place in usual.Reverse())
        {
            string path = WithData(place);
            Assert.StartsWith($"Sign Language MNIST: {path}\n", (await Data()).Output);
        }

        string named = WithData("named by environment");
        Assert.StartsWith($"Sign Language MNIST: {named}\n", (await Data(named)).Output);

        string option = WithData("named by option");
        Assert.StartsWith($"Sign Language MNIST: {option}\n", (await Data(named, "--data", option)).Output);

        // A named place that lacks the data is an error, though others have it.
        (code, _, error) = await Data(folder["nowhere"]);
        Assert.Equal(CommandLine.Failed, code);
        Assert.StartsWith($"fingerspell: {folder["nowhere"]} does not exist", error);
    }
}
