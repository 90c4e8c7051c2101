using System.CommandLine;
using System.CommandLine.Parsing;
using Fingerspell.Training.Evaluation.Photos;
using Fingerspell.Training.Evaluation.Sets;
using Fingerspell.Training.Evaluation.Words;

namespace Fingerspell.App.Evaluating;

/// <summary><c>fingerspell evaluate --words</c>: words spelled with each set's photographs, from frames to text.</summary>
sealed class EvaluateWords(EvaluateOptions shared) : IEvaluation
{
    readonly Option<string?> words = new("--words")
    {
        Description = "Spell three words with each set of photographs in DIR, a folder each, as a video, read it as `read` does, and "
            + "compare the text.",
        HelpName = "DIR",
    };

    public string Name => words.Name;

    public IReadOnlyList<Option> Own => [words];

    public IReadOnlyList<Option> Shared => [shared.Model, shared.Hands, shared.Write, shared.Json];

    public bool IsWanted(CommandResult verb) => verb.GetValue(words) is not null;

    public int Run(ParseResult parsed, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        string folder = parsed.GetValue(words)!;
        if (parsed.GetValue(shared.Write) is { } target)
            MarkedSection.Words.Check(target);
        using var recognizer = shared.LoadRecognizer(parsed, handsFound: true);
        var evaluation = new WordEvaluation(recognizer, TestSet.LoadAll(folder));
        if (evaluation.Frames == 0)
            throw new FingerspellException($"no set in {folder} has the letters of a word; a set needs photographs of more letters");
        foreach (string set in evaluation.PassedOver)
            console.Error.WriteLine($"{set} is passed over: it, or one of its signers, lacks the letters of a word");
        var read = Terminal.Progress("reading words", evaluation.Frames, done => evaluation.Read(done, stop));

        var report = new WordReport(shared.MeasuredWith(parsed), read);
        console.Output.Write(parsed.GetValue(shared.Json) ? report.ToJson().ToJsonString(JsonLines.Options) + "\n" : report.ToMarkdown());
        if (parsed.GetValue(shared.Write) is { } file)
        {
            MarkedSection.Words.Replace(file, report.ToMarkdown());
            console.Error.WriteLine($"wrote the words into {file}");
        }
        return CommandLine.Done;
    }
}
