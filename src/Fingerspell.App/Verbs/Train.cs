using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Fingerspell.Training;
using Fingerspell.Training.Data.Photos;
using Fingerspell.Training.Evaluation;
using Fingerspell.Training.Learning;
using Fingerspell.Training.Networks;

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
        var photos = CommonOptions.Photos();
        var validation = new Option<Validation?>("--validation")
        {
            Description = "What is held back to validate on: Photo, Signer, Random (which leaks; rows only) or None. "
                + "Default: for letters and hand-finder None; else Photo, or None where there is no sources.csv.",
        };
        var share = new Option<double?>("--validation-share") { Description = "Share of photographs or rows held back. Default 0.1." };
        TrainingOptions.Within(share, 0.001, 0.9);
        var signer = new Option<string?>("--validation-signer") { Description = "Who is held back with --validation Signer, such as user_5; of photographs several or whole sets, as in user_5,open-webcam-3." };
        var runs = new Option<string>("--runs") { Description = "The folder of all runs.", DefaultValueFactory = _ => "runs" };
        var resume = new Option<string?>("--resume") { Description = "Go on with this run where it stopped; its own options hold.", HelpName = "RUN" };
        var json = CommonOptions.Json();

        var verb = new Command("train", """
            Trains a network into a new run folder: weights, curves, model, report on the test file.

            Examples:
              fingerspell train                                   the tutorial's network, validated on held-back photographs
              fingerspell train --network residual --validation None --seed 1 2 3 4 5
              fingerspell train --network letters                 the shipped one, which also needs photographs
              fingerspell train --network hand-finder             where the hand is, from photographs alone
              fingerspell train --network letters --validation Signer --validation-signer open-webcam-3,user_5
              fingerspell train --resume runs/tutorial-1
            """);
        training.AddTo(verb);
        foreach (Option option in new Option[] { data, photos, seed, validation, share, signer, runs, resume, json })
            verb.Options.Add(option);

        verb.Validators.Add(result =>
        {
            if (result.GetValue(resume) is not null)
            {
                foreach (var option in verb.Options.Except([data, photos, resume, json]).Where(result.IsGiven))
                    result.AddError($"{option.Name} has no use with --resume: the run's own options hold; leave one of them away");
                return;
            }
            training.RefuseUseless(result, data, photos);
            training.RefuseSlow(result);
            var held = result.GetValue(validation) ?? Recipe.For(training.NetworkOf(result)).Validation ?? Validation.Photo;
            if (result.GetValue(signer) is not null && held != Validation.Signer)
                result.AddError("--validation-signer says who is held back with --validation Signer; give that too");
            if (result.GetValue(signer) is null && held == Validation.Signer)
                result.AddError("--validation Signer holds somebody back; name them with --validation-signer");
            if (held == Validation.Random && !NetworkCatalog.OfRows.Contains(training.NetworkOf(result)))
                result.AddError(PhotoSplit.NotByRandom);
            if (result.GetValue(share) is not null && held is not (Validation.Photo or Validation.Random))
                result.AddError($"--validation-share has no use where what is held back is {held}; leave it away, or give --validation Photo");
        });

        verb.SetAction((parsed, stop) => Task.Run(() =>
        {
            var there = new TrainingData(parsed.GetValue(data), parsed.GetValue(photos), stop);
            var (output, isJson) = (parsed.InvocationConfiguration.Output, parsed.GetValue(json));
            if (parsed.GetValue(resume) is { } run)
                Print(TrainingDisplay.Run(watcher => TrainingRun.Resume(run, there, watcher, stop)), withReport: true, output, isJson);
            else
            {
                var recipe = training.Resolve(parsed);
                var options = recipe with
                {
                    Validation = parsed.GetValue(validation) ?? recipe.Validation ?? (parsed.GetValue(share) is null ? (Validation?)null : Validation.Photo),
                    ValidationShare = parsed.GetValue(share) ?? 0.1,
                    ValidationSigner = parsed.GetValue(signer),
                };
                int[] seeds = parsed.GetValue(seed)!;
                List<double> accuracies = [];
                foreach (int each in seeds)
                {
                    var result = TrainingDisplay.Run(watcher =>
                        TrainingRun.Start(options with { Seed = each }, there, parsed.GetValue(runs)!, watcher, stop));
                    Print(result, withReport: seeds.Length == 1, output, isJson);
                    if (result.TestAccuracy is { } accuracy)
                        accuracies.Add(accuracy);
                }
                if (!isJson && accuracies.Count > 1)
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                        $"{accuracies.Count} seeds: test accuracy {accuracies.Average():P3} ± {SampleDeviation.Of([.. accuracies]):P3} (mean ± standard deviation)"));
            }
            return CommandLine.Done;
        }, stop));
        return verb;
    }

    static void Print(RunResult result, bool withReport, TextWriter output, bool json)
    {
        string report = Path.Combine(result.Run, "report.txt");
        if (!json && withReport && File.Exists(report))
            output.WriteLine(File.ReadAllText(report));
        output.WriteLine(json ? JsonSerializer.Serialize(result, JsonSerializerOptions.Web) : Line(result));
    }

    static string Line(RunResult result)
    {
        string figure = (result.TestAccuracy, result.ValidationAccuracy) switch
        {
            ({ } test, _) => string.Create(CultureInfo.InvariantCulture, $"test accuracy {test:P3}"),
            (_, { } validation) => string.Create(CultureInfo.InvariantCulture, $"right on {validation:P3} of what was held back"),
            _ => "trained",
        };
        return $"{result.Run}: {figure} (seed {result.Seed})";
    }
}
