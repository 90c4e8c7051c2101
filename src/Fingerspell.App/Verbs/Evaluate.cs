using System.CommandLine;
using System.CommandLine.Parsing;
using Fingerspell.Letters;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.App.Verbs;

/// <summary><c>fingerspell evaluate</c>: how well a letter model reads the dataset, or photographs.</summary>
static class Evaluate
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var model = CommonOptions.Model();
        var split = new Option<string>("--split")
        {
            Description = "Which file of the dataset.",
            DefaultValueFactory = _ => "test",
        };
        split.AcceptOnlyFromAmong("test", "train");
        var names = new Option<string>("--names")
        {
            Description = "What the report calls the labels.",
            DefaultValueFactory = _ => "letters",
        };
        names.AcceptOnlyFromAmong("letters", "numbers");
        var digits = new Option<int>("--digits")
        {
            Description = "Decimals of the classification report, 0–15.",
            HelpName = "N",
            DefaultValueFactory = _ => 2,
        };
        digits.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int n) && n is < 0 or > 15)
                result.AddError($"--digits takes 0 to 15, not {n}");
        });
        var output = new Option<string?>("--output")
        {
            Description = "Also write report.txt, the confusion matrix as CSV and pictures, reliability.png and misread.png here.",
            HelpName = "DIR",
        };
        var photos = new Option<string?>("--photos")
        {
            Description = "Evaluate photographs instead of the dataset: DIR/A/*.jpg to DIR/Y/*.jpg.",
            HelpName = "DIR",
        };
        var boxes = new Option<string?>("--boxes")
        {
            Description = "Where the hands are in the photographs: a CSV file with file,letter,signer,x,y,width,height. "
                + "Without it a whole photograph is taken for the hand.",
            HelpName = "FILE",
        };
        var signers = new EvaluateSigners();
        var json = CommonOptions.Json();

        var verb = new Command("evaluate", """
            Tells how well a letter model reads the dataset, photographs, or people it has not seen.
            Prints scikit-learn's classification report, accuracy with its 95 % interval, calibration, accuracy by signer,
            confusions and the confusion matrix.

            Examples:
              fingerspell evaluate                                     the shipped model on the test file
              fingerspell evaluate --model runs/tutorial-1/model.onnx --digits 4 --output evaluation
              fingerspell evaluate --photos photos --boxes photos/boxes.csv --json
              fingerspell evaluate --leave-one-signer-out --network residual
            """)
        { data, model, split, names, digits, output, photos, boxes, json };
        signers.AddTo(verb);
        verb.Validators.Add(result =>
        {
            if (!Given(result, photos) && Given(result, boxes))
                result.AddError("--boxes belongs to --photos; name the folder of the photographs too");
            foreach (Option option in new Option[] { data, split, names, digits, output })
            {
                if (Given(result, photos) && Given(result, option))
                    result.AddError($"{option.Name} belongs to the dataset; leave it or --photos away");
            }
            foreach (Option option in new Option[] { model, split, photos })
            {
                if (signers.IsWanted(result) && Given(result, option))
                    result.AddError($"--leave-one-signer-out trains its own models on both files; leave {option.Name} away");
            }
        });

        verb.SetAction((parsed, stop) => Task.Run(() =>
        {
            var console = parsed.InvocationConfiguration;
            if (signers.IsWanted(parsed))
            {
                var (read, rowsRead) = signers.Run(parsed, SignLanguageMnist.Load(parsed.GetValue(data), stop), stop);
                Report(read, rowsRead, threshold: 0);
                return CommandLine.Done;
            }

            using var letters = parsed.GetValue(model) is { } file ? LetterModel.Load(file) : LetterModel.LoadShipped();
            if (parsed.GetValue(photos) is { } folder)
                return Photos(letters, folder, parsed.GetValue(boxes), parsed.GetValue(json), console, stop);

            var dataset = SignLanguageMnist.Load(parsed.GetValue(data), stop);
            var rows = parsed.GetValue(split) == "train" ? dataset.Train : dataset.Test;
            var predictions = Terminal.Progress(
                $"reading {rows.Name}", rows.Count, done => DatasetEvaluation.Predict(letters, rows, done, stop));
            Report(predictions, rows, letters.Metadata.Threshold);
            return CommandLine.Done;

            void Report(Predictions predictions, DatasetSplit rows, double threshold)
            {
                var summary = OutcomeSummary.Of(Outcome.Of(predictions, threshold));
                console.Output.Write(parsed.GetValue(json)
                    ? summary.ToJson() + "\n"
                    : EvaluationReport.Of(predictions, parsed.GetValue(names) == "letters", parsed.GetValue(digits))
                        + Answers(summary, threshold));
                if (parsed.GetValue(output) is not { } place)
                    return;
                EvaluationFiles.Write(place, predictions, rows);
                console.Error.WriteLine($"wrote report, confusion matrix and pictures to {place}");
            }
        }, stop));
        return verb;
    }

    static int Photos(
        LetterModel letters, string folder, string? boxFile, bool json, InvocationConfiguration console, CancellationToken stop)
    {
        var photos = PhotoFolder.List(folder);
        var boxes = boxFile is null ? null : HandBoxes.Load(boxFile);
        using var recognizer = new Recognizer(new Hands.WholeFrame(), letters);
        int unreadable = 0;
        var outcomes = Terminal.Progress("reading photographs", photos.Count, done => PhotoEvaluation.Read(
            recognizer, photos, boxes, (_, error) =>
            {
                console.Error.WriteLine($"fingerspell: {error.Message}");
                unreadable++;
            }, done, stop));
        var summary = OutcomeSummary.Of(outcomes);
        console.Output.Write(json ? summary.ToJson() + "\n" : summary.ToText());
        return unreadable == 0 ? CommandLine.Done : CommandLine.Failed;
    }

    /// <summary>The report counts the most probable letter of each row; a model with a threshold names fewer.</summary>
    static string Answers(OutcomeSummary summary, double threshold) => threshold == 0
        ? ""
        : FormattableString.Invariant($"\nNaming a letter only at a confidence of {threshold} or more, as when reading:\n")
            + OutcomeSummaryText.Answers(summary);

    static bool Given(CommandResult result, Option option) => result.GetResult(option) is { Implicit: false };
}
