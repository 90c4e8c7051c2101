using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Fingerspell.Training;
using Fingerspell.Training.Export;
using Fingerspell.Training.Learning;

namespace Fingerspell.App.Verbs;

/// <summary><c>fingerspell export</c>: a run's weights become the model file that reading uses.</summary>
static class Export
{
    public static Command Create()
    {
        var runs = new Argument<string[]>("RUN")
        {
            Description = "The folder of a training run, such as runs/tutorial-1; of several, the file answers with the mean of what their networks say.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--output", "-o") { Description = "The ONNX file; of several runs it has to be named. Default: model.onnx in the run's folder.", HelpName = "FILE" };
        var precision = new Option<Precision>("--precision")
        {
            Description = "What weights are stored in: Single; Half, for half the size, computed as Single; Int8, for a quarter of it, and computed in a quarter to two thirds of the time where the processor has instructions for it.",
            HelpName = "Half|Int8|Single",
            DefaultValueFactory = _ => Precision.Single,
        };
        var noFold = new Option<bool>("--no-fold") { Description = "Keep every batch normalisation a node of its own." };
        var temperature = new Option<double?>("--temperature") { Description = "What the model divides logits by. Default: that of the first run." };
        var signOdds = TrainingOptions.SignOddsOption("How probable a signing hand is. Default: that of the first run.");
        var threshold = new Option<double?>("--threshold") { Description = "Confidence below which the model gives no answer. Default: that of the first run." };
        TrainingOptions.Within(temperature, 0.01, 100);
        TrainingOptions.Within(threshold, 0, 1);
        var data = CommonOptions.Data();
        var photos = CommonOptions.Photos();
        var json = CommonOptions.Json();
        var verb = new Command("export", """
            Writes a trained network as an ONNX file, and checks it against the network on the whole test file, or a hand finder on photographs.

            Examples:
              fingerspell export runs/tutorial-1 --output letters.onnx
              fingerspell export runs/letters-1 runs/letters-2 --precision Int8 --output letters.onnx     two networks asked as one
            """) { runs, output, temperature, signOdds, threshold, precision, noFold, data, photos, json };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(runs) is { Length: > 1 } && result.GetValue(output) is null)
                result.AddError("several runs become one file; name it with --output");
            if (result.GetValue(precision) == Precision.Int8 && result.GetValue(noFold))
                result.AddError("eight bits are of convolutions with their normalisations folded in; leave out --no-fold or --precision Int8");
        });

        verb.SetAction((parsed, stop) => Task.Run(() =>
        {
            RunFolder[] folders = [.. parsed.GetValue(runs)!.Select(RunFolder.Open)];
            string file = parsed.GetValue(output) ?? folders[0].ModelFile;
            using var trained = TrainedEnsemble.Load(folders, Terminal.WriteLine);
            foreach (var option in new Option[] { temperature, signOdds }.Where(option => trained.Network.Name == "hand-finder" && parsed.CommandResult.IsGiven(option)))
                throw new FingerspellException($"{option.Name} has no use with a hand finder; leave it away");
            var there = new TrainingData(parsed.GetValue(data), parsed.GetValue(photos), stop);
            var options = trained.Configs[0].Options;
            var first = trained.Configs[0] with
            {
                Options = options with
                {
                    Temperature = parsed.GetValue(temperature) ?? options.Temperature,
                    SignOdds = TrainingOptions.SignOddsOf(parsed.GetValue(signOdds), options.SignOdds),
                    Threshold = parsed.GetValue(threshold) ?? options.Threshold,
                },
            };
            var how = new ExportOptions(Fold: !parsed.GetValue(noFold), parsed.GetValue(precision));
            using var calibration = how.Precision == Precision.Int8 ? CalibrationPictures.Of(trained.Network, options.Margin, there, stop) : null;
            var parity = CheckedExport.Write(
                file, trained.Network, ModelMetadata.Of(trained.Network, [first, .. trained.Configs.Skip(1)]), there, how, calibration);
            parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new { file, parity.Compared, parity.Different, parity.LargestDifference }, JsonSerializerOptions.Web)
                : string.Create(CultureInfo.InvariantCulture,
                    $"{file}: the network's answers on {parity.Compared - parity.Different} of {parity.Compared} test rows or photographs; its numbers differ by at most {parity.LargestDifference:G2}"));
            return CommandLine.Done;
        }, stop));
        return verb;
    }
}
