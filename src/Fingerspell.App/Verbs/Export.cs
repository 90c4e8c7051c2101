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
        var run = new Argument<string>("RUN") { Description = "The folder of a training run, such as runs/tutorial-1." };
        var output = new Option<string?>("--output", "-o") { Description = "The ONNX file. Default: model.onnx in the run's folder.", HelpName = "FILE" };
        var noFold = new Option<bool>("--no-fold") { Description = "Keep every batch normalisation a node of its own." };
        var temperature = new Option<double?>("--temperature") { Description = "What the model divides logits by. Default: that of the run." };
        var signOdds = TrainingOptions.SignOddsOption("How probable a signing hand is. Default: that of the run.");
        var threshold = new Option<double?>("--threshold") { Description = "Confidence below which the model gives no answer. Default: that of the run." };
        TrainingOptions.Within(temperature, 0.01, 100);
        TrainingOptions.Within(threshold, 0, 1);
        var data = CommonOptions.Data();
        var photos = CommonOptions.Photos();
        var json = CommonOptions.Json();
        var verb = new Command("export", """
            Writes a trained network as an ONNX file, and checks it against the network on the whole test file, or a hand finder on photographs.

            Example:
              fingerspell export runs/tutorial-1 --output letters.onnx
            """) { run, output, temperature, signOdds, threshold, noFold, data, photos, json };

        verb.SetAction((parsed, stop) => Task.Run(() =>
        {
            var folder = RunFolder.Open(parsed.GetValue(run)!);
            string file = parsed.GetValue(output) ?? folder.ModelFile;
            var config = RunConfig.Read(folder.ConfigFile);
            using var trained = TrainedNetwork.Load(folder);
            var there = new TrainingData(parsed.GetValue(data), parsed.GetValue(photos), stop);
            config = config with
            {
                Options = config.Options with
                {
                    Temperature = parsed.GetValue(temperature) ?? config.Options.Temperature,
                    SignOdds = TrainingOptions.SignOddsOf(parsed.GetValue(signOdds), config.Options.SignOdds),
                    Threshold = parsed.GetValue(threshold) ?? config.Options.Threshold,
                },
            };
            var parity = CheckedExport.Write(file, trained.Network, config, there, fold: !parsed.GetValue(noFold));
            parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new { file, parity.Compared, parity.Different, parity.LargestDifference }, JsonSerializerOptions.Web)
                : string.Create(CultureInfo.InvariantCulture,
                    $"{file}: the same answers as the network's on all {parity.Compared} test rows or photographs; its numbers differ by at most {parity.LargestDifference:G2}"));
            return CommandLine.Done;
        }, stop));
        return verb;
    }
}
