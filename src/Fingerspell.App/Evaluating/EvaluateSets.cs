using System.CommandLine;
using System.CommandLine.Parsing;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;
using Fingerspell.Training.Evaluation.Photos;
using Fingerspell.Training.Evaluation.Sets;

namespace Fingerspell.App.Evaluating;

/// <summary><c>fingerspell evaluate --sets</c>: the dataset's test file and every set of photographs, in one table.</summary>
sealed class EvaluateSets(EvaluateOptions shared) : IEvaluation
{
    const string TestFile = "MNIST test";

    readonly Option<string?> sets = new("--sets")
    {
        Description = "Evaluate the dataset's test file and every set of photographs in DIR, a folder each, as --photos does; "
            + "print one comparison.",
        HelpName = "DIR",
    };

    public string Name => sets.Name;

    public IReadOnlyList<Option> Own => [sets];

    public IReadOnlyList<Option> Shared => [shared.Data, shared.Model, shared.Hands, shared.Write, shared.Json];

    public bool IsWanted(CommandResult verb) => verb.GetValue(sets) is not null;

    public int Run(ParseResult parsed, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        if (parsed.GetValue(shared.Write) is { } target)
            MarkedSection.Sets.Check(target);
        var all = TestSet.LoadAll(parsed.GetValue(sets)!);
        var dataset = SignLanguageMnist.Load(parsed.GetValue(shared.Data), stop);

        using var recognizer = shared.LoadRecognizer(parsed, handsFound: true);
        var reader = new PhotoReader(recognizer, console, stop);
        List<SetMeasurement> measured = [new(TestFile, OfTestFile(parsed, dataset.Test, stop))];
        foreach (var set in all)
        {
            var found = Measurement.Of(reader.Read(set.Name, set.Photos, boxesGiven: false), handsFound: true);
            measured.Add(new(set.Name, found, set.WithBoxes.Count == 0
                ? null
                : Measurement.Of(reader.Read($"{set.Name}, boxes given", set.WithBoxes, boxesGiven: true), handsFound: false)));
        }

        var comparison = new SetComparison(shared.MeasuredWith(parsed), measured);
        console.Output.Write(parsed.GetValue(shared.Json) ? comparison.ToJson().ToJsonString(JsonLines.Options) + "\n" : comparison.ToMarkdown());
        string? file = parsed.GetValue(shared.Write);
        if (reader.HasFailed)
        {
            if (file is not null)
                console.Error.WriteLine($"fingerspell: {file} is as it was, since not every photograph could be read");
            return CommandLine.Failed;
        }
        if (file is not null)
        {
            MarkedSection.Sets.Replace(file, comparison.ToMarkdown());
            console.Error.WriteLine($"wrote the comparison into {file}");
        }
        return CommandLine.Done;
    }

    Measurement OfTestFile(ParseResult parsed, DatasetSplit rows, CancellationToken stop)
    {
        using var letters = shared.LoadLetters(parsed);
        var predictions = Terminal.Progress($"reading {TestFile}", rows.Count, done => DatasetEvaluation.Predict(letters, rows, done, stop));
        return Measurement.Of(predictions, letters.Metadata.Threshold);
    }
}
