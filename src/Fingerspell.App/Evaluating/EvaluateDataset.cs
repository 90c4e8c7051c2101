using System.CommandLine;
using System.CommandLine.Parsing;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.App.Evaluating;

/// <summary><c>fingerspell evaluate</c>: a letter model on one of the dataset's two files.</summary>
sealed class EvaluateDataset(EvaluateOptions shared) : IEvaluation
{
    readonly Option<string> split = SplitOption();

    public string Name => "the dataset";

    public IReadOnlyList<Option> Own => [split];

    public IReadOnlyList<Option> Shared => [.. shared.All.Except([shared.Photos, shared.Hands, shared.Write])];

    public bool IsWanted(CommandResult verb) => true;

    public int Run(ParseResult parsed, CancellationToken stop)
    {
        using var letters = shared.LoadLetters(parsed);
        var dataset = SignLanguageMnist.Load(parsed.GetValue(shared.Data), stop);
        var rows = parsed.GetValue(split) == "train" ? dataset.Train : dataset.Test;
        var predictions = Terminal.Progress(
            $"reading {rows.Name}", rows.Count, done => DatasetEvaluation.Predict(letters, rows, done, stop));
        shared.Report(parsed, predictions, rows, letters.Metadata.Threshold);
        return CommandLine.Done;
    }

    static Option<string> SplitOption()
    {
        var split = new Option<string>("--split") { Description = "Which file of the dataset.", DefaultValueFactory = _ => "test" };
        split.AcceptOnlyFromAmong("test", "train");
        return split;
    }
}
