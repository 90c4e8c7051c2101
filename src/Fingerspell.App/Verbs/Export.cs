using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Fingerspell.Training.Data;
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
        var data = CommonOptions.Data();
        var json = CommonOptions.Json();
        var verb = new Command("export", """
            Writes a trained network as an ONNX file, and checks it against the network on the whole test file.

            Example:
              fingerspell export runs/tutorial-1 --output letters.onnx
            """) { run, output, noFold, data, json };

        verb.SetAction((parsed, stop) => Task.Run(() =>
        {
            var folder = RunFolder.Open(parsed.GetValue(run)!);
            string file = parsed.GetValue(output) ?? folder.ModelFile;
            var config = RunConfig.Read(folder.ConfigFile);
            using var trained = TrainedNetwork.Load(folder);
            var test = SignLanguageMnist.Load(parsed.GetValue(data), stop).Test;
            var parity = CheckedExport.Write(file, trained.Network, config, test, fold: !parsed.GetValue(noFold));
            parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(json)
                ? JsonSerializer.Serialize(new { file, parity.Rows, parity.DifferentLetters, parity.LargestDifference }, JsonSerializerOptions.Web)
                : string.Create(CultureInfo.InvariantCulture,
                    $"{file}: the same letters as the network on all {parity.Rows} test rows; logits differ by at most {parity.LargestDifference:G2}"));
            return CommandLine.Done;
        }, stop));
        return verb;
    }
}
