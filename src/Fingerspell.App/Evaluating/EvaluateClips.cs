using System.CommandLine;
using System.CommandLine.Parsing;
using Fingerspell.Training.Evaluation.Clips;
using Fingerspell.Training.Motion;

namespace Fingerspell.App.Evaluating;

/// <summary><c>fingerspell evaluate --clips</c>: J and Z, which are drawn in the air, and where they are read that were not.</summary>
sealed class EvaluateClips : IEvaluation
{
    const int MostActs = 100_000;

    readonly EvaluateOptions shared;

    readonly Option<string?> clips = new("--clips")
    {
        Description = "Read J and Z in the videos DIR/A/*.mp4 to DIR/Z/*.mp4, and count them where they were not signed; acted hands, "
            + "which need no files, are read too.",
        HelpName = "DIR",
    };

    readonly Option<string?> strung = new("--strung")
    {
        Description = "Also count J and Z in each set of photographs in DIR, a folder each, shown one after the other for a second each, twice.",
        HelpName = "DIR",
    };

    readonly Option<int> acts = new("--acts")
    {
        Description = "How many J and as many Z acted hands draw, and for how many half minutes they do something else.",
        DefaultValueFactory = _ => 400,
        HelpName = "N",
    };

    public EvaluateClips(EvaluateOptions shared)
    {
        this.shared = shared;
        acts.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int n) && n is < 1 or > MostActs)
                result.AddError($"--acts takes 1 to {MostActs}, not {n}");
        });
    }

    public string Name => clips.Name;

    public IReadOnlyList<Option> Own => [clips, strung, acts];

    public IReadOnlyList<Option> Shared => [shared.Model, shared.Hands, shared.Json];

    public bool IsWanted(CommandResult verb) => verb.GetValue(clips) is not null;

    public int Run(ParseResult parsed, CancellationToken stop)
    {
        int count = parsed.GetValue(acts);
        var films = Film.Clips(parsed.GetValue(clips)!);
        var sets = parsed.GetValue(strung) is { } folder ? Film.Strung(folder) : [];
        using var recognizer = shared.LoadRecognizer(parsed, handsFound: true);
        var read = Terminal.Progress("reading clips", films.Count + sets.Count, done => FilmReading.Of(recognizer, [.. films, .. sets], done, stop));
        var acted = Terminal.Progress("reading acted hands", 2 * count, done => MotionTrial.Of(count, count, progress: done, stop: stop));
        var report = new ClipReport(shared.MeasuredWith(parsed), [.. read.Take(films.Count)], [.. read.Skip(films.Count)], acted);
        parsed.InvocationConfiguration.Output.Write(
            parsed.GetValue(shared.Json) ? report.ToJson().ToJsonString(JsonLines.Options) + "\n" : report.ToMarkdown());
        return CommandLine.Done;
    }
}
