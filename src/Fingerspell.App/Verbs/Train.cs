using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Fingerspell.Training;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;
using Fingerspell.Training.Learning;

namespace Fingerspell.App.Verbs;

/// <summary><c>fingerspell train</c>: a network, from the training file to a run folder with its model and report.</summary>
static class Train
{
    public static Command Create()
    {
        var training = new TrainingOptions();
        var data = CommonOptions.Data();
        var seed = new Option<int[]>("--seed")
        {
            Description = "Where the random numbers start. Several, as in --seed 1 2 3, train as many networks and print the mean.",
            DefaultValueFactory = _ => [1],
            AllowMultipleArgumentsPerToken = true,
        };
        var validation = new Option<Validation>("--validation")
        {
            Description = "What is held back to validate on: Photo, Signer, Random (which leaks) or None.",
            DefaultValueFactory = _ => Validation.Photo,
        };
        var share = new Option<double?>("--validation-share") { Description = "Share of photographs or rows held back. Default 0.1." };
        TrainingOptions.Within(share, 0.001, 0.9);
        var signer = new Option<string?>("--validation-signer") { Description = "Who is held back with --validation Signer, such as user_5." };
        var runs = new Option<string>("--runs") { Description = "The folder of all runs.", DefaultValueFactory = _ => "runs" };
        var resume = new Option<string?>("--resume") { Description = "Go on with this run where it stopped; its own options hold.", HelpName = "RUN" };
        var json = CommonOptions.Json();

        var verb = new Command("train", """
            Trains a letter network into a new run folder: weights, curves, model, report on the test file.

            Examples:
              fingerspell train                                   the tutorial's network, validated on held-back photographs
              fingerspell train --network residual --validation None --seed 1 2 3 4 5
              fingerspell train --resume runs/tutorial-1
            """);
        training.AddTo(verb);
        foreach (Option option in new Option[] { data, seed, validation, share, signer, runs, resume, json })
            verb.Options.Add(option);

        verb.SetAction((parsed, stop) => Task.Run(() =>
        {
            var dataset = SignLanguageMnist.Load(parsed.GetValue(data), stop);
            var output = parsed.InvocationConfiguration.Output;
            List<RunResult> results = [];
            if (parsed.GetValue(resume) is { } run)
                results.Add(TrainingDisplay.Run(watcher => TrainingRun.Resume(run, dataset, watcher, stop)));
            else
            {
                var options = training.Resolve(parsed) with
                {
                    Validation = parsed.GetValue(validation),
                    ValidationShare = parsed.GetValue(share) ?? 0.1,
                    ValidationSigner = parsed.GetValue(signer),
                };
                foreach (int each in parsed.GetValue(seed)!)
                    results.Add(TrainingDisplay.Run(watcher =>
                        TrainingRun.Start(options with { Seed = each }, dataset, parsed.GetValue(runs)!, watcher, stop)));
            }
            Print(results, output, parsed.GetValue(json));
            return CommandLine.Done;
        }, stop));
        return verb;
    }

    static void Print(List<RunResult> results, TextWriter output, bool json)
    {
        if (!json && results is [var only])
            output.WriteLine(File.ReadAllText(Path.Combine(only.Run, "report.txt")));
        foreach (var result in results)
            output.WriteLine(json
                ? JsonSerializer.Serialize(result, JsonSerializerOptions.Web)
                : string.Create(CultureInfo.InvariantCulture, $"{result.Run}: test accuracy {result.TestAccuracy:P3} (seed {result.Seed})"));
        if (json || results.Count < 2)
            return;
        double[] accuracies = [.. results.Select(r => r.TestAccuracy)];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{results.Count} seeds: test accuracy {accuracies.Average():P3} ± {SampleDeviation.Of(accuracies):P3} (mean ± standard deviation)"));
    }
}
