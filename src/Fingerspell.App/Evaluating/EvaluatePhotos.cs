using System.CommandLine;
using System.CommandLine.Parsing;
using Fingerspell.Training.Evaluation.Photos;

namespace Fingerspell.App.Evaluating;

/// <summary><c>fingerspell evaluate --photos</c>: photographs of one set, from the whole picture to the letter.</summary>
sealed class EvaluatePhotos(EvaluateOptions shared) : IEvaluation
{
    readonly Option<string?> boxes = new("--boxes")
    {
        Description = "With --photos: do not look for the hands, take them from a CSV file with file,letter,signer,x,y,width,height. "
            + "Pictures without a hand are left out.",
        HelpName = "FILE",
    };

    readonly Option<bool> crop = new("--crop") { Description = "With --photos: each photograph is the hand already, cut out." };

    public string Name => shared.Photos.Name;

    public IReadOnlyList<Option> Own => [boxes, crop];

    public IReadOnlyList<Option> Shared => [shared.Photos, shared.Model, shared.Hands, shared.Output, shared.Json];

    public bool IsWanted(CommandResult verb) => verb.GetValue(shared.Photos) is not null;

    public void Check(CommandResult verb)
    {
        if (new Option[] { boxes, crop, shared.Hands }.Count(verb.IsGiven) > 1)
            verb.AddError("--boxes, --crop and --hands each say where the hand is; give one of them");
    }

    public int Run(ParseResult parsed, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        string folder = parsed.GetValue(shared.Photos)!;
        bool boxesGiven = parsed.GetValue(boxes) is not null;
        var set = TestSet.Load(folder, parsed.GetValue(boxes));
        if (boxesGiven && set.OfLetters.Count == 0)
            throw new FingerspellException($"{folder} has pictures without a hand only, for which --boxes has no use; leave it away");

        bool handsFound = !boxesGiven && !parsed.GetValue(crop);
        using var recognizer = shared.LoadRecognizer(parsed, handsFound);
        var reader = new PhotoReader(recognizer, console, stop);
        var readings = reader.Read("photographs", boxesGiven ? set.OfLetters : set.Photos, boxesGiven);
        var measurement = Measurement.Of(readings, handsFound);
        console.Output.Write(parsed.GetValue(shared.Json) ? measurement.ToJson().ToJsonString(JsonLines.Options) + "\n" : measurement.ToText());
        if (parsed.GetValue(shared.Output) is { } place)
        {
            PhotoEvaluationFiles.Write(place, set.Name, readings, measurement);
            console.Error.WriteLine($"wrote report, confusion matrix and pictures to {place}");
        }
        return reader.HasFailed ? CommandLine.Failed : CommandLine.Done;
    }
}
