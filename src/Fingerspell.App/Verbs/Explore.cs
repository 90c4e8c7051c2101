using System.CommandLine;
using System.Text.Json;
using Fingerspell.Training.Data;
using Fingerspell.Training.Exploring;

namespace Fingerspell.App.Verbs;

/// <summary><c>fingerspell explore</c>: a first look at the data, as text, pictures and one page.</summary>
static class Explore
{
    public static Command Create()
    {
        var place = CommonOptions.Data();
        var output = new Option<string>("--output", "-o")
        {
            Description = "The folder for the figures, the tables and explore.html.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "explore",
        };
        var noFigures = new Option<bool>("--no-figures") { Description = "Print the text only and write no files." };
        var json = CommonOptions.Json();
        var verb = new Command("explore", """
            Shows the dataset: head, info and describe as pandas prints them, figures, and one page with all of it.
            The figures are the first pictures, the label counts and the mean picture of each letter, as PNG.

            Examples:
              fingerspell explore
              fingerspell explore --output look --data archive.zip
              fingerspell explore --no-figures
            """) { place, output, noFigures, json };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(noFigures) && result.IsGiven(output))
                result.AddError("--output says where the figures go, and --no-figures writes none; leave one of them away");
        });

        verb.SetAction((parsed, stop) => Task.Run(() =>
        {
            var console = parsed.InvocationConfiguration;
            var data = SignLanguageMnist.Load(parsed.GetValue(place), stop);
            if (!parsed.GetValue(json))
                console.Output.Write(Exploration.Text(data));

            List<string> written = [];
            if (!parsed.GetValue(noFigures))
                Exploration.Write(parsed.GetValue(output)!, data, file =>
                {
                    written.Add(file);
                    console.Error.WriteLine($"wrote {file}");
                }, stop);
            if (parsed.GetValue(json))
                console.Output.WriteLine(JsonSerializer.Serialize(
                    new { data.Place, train = Summary(data.Train), test = Summary(data.Test), written }, JsonSerializerOptions.Web));
            return CommandLine.Done;
        }, stop));
        return verb;
    }

    static object Summary(DatasetSplit split) => new
    {
        rows = split.Count,
        columns = 1 + DatasetSplit.PixelsPerRow,
        letters = split.LetterCounts().ToDictionary(count => count.Letter, count => count.Rows),
    };
}
