using System.CommandLine;
using Fingerspell.App.Predicting;
using Fingerspell.Hands;

namespace Fingerspell.App.Verbs;

/// <summary><c>fingerspell predict</c>: pictures, folders of them and CSV rows, to letters.</summary>
static class Predict
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Pictures, folders of pictures (walked in the order of their names), and CSV files of 28×28 pictures.",
            Arity = ArgumentArity.OneOrMore,
        };
        var region = ReadingOptions.Region();
        var boxes = new Option<string?>("--boxes")
        {
            Description = "A CSV file that says where the hands are: file,letter,signer,x,y,width,height.",
            HelpName = "FILE",
        };
        var crop = new Option<bool>("--crop") { Description = "Each picture is the hand already, cut out." };
        var rows = new Option<RowRanges?>("--rows")
        {
            Description = "Which rows of CSV files, as 1-10,12; counted from 1 without the header. Default: all.",
            HelpName = "ROWS",
            CustomParser = result =>
            {
                var ranges = RowRanges.Parse(result.Tokens.Single().Value);
                if (ranges is null)
                    result.AddError($"--rows: \"{result.Tokens.Single().Value}\" is not a list of rows such as 1-10,12");
                return ranges;
            },
        };
        var hands = CommonOptions.Hands();
        var model = CommonOptions.Model();
        var json = CommonOptions.Json();
        var verb = new Command("predict", """
            Reads the letter in pictures and in rows of Sign Language MNIST, a line each. The hand may be anywhere in a picture.
            What cannot be read is told and passed over; the exit code is then 1.

            Examples:
              fingerspell predict photo.jpg holidays
              fingerspell predict crops --crop --json
              fingerspell predict sign_mnist_test.csv --rows 1-10
            """) { paths, region, boxes, crop, rows, hands, model, json };
        verb.Validators.Add(result =>
        {
            string[] named = result.GetValue(paths) ?? [];
            if (result.IsGiven(rows) && named.Length > 0 && !named.Any(PredictItems.IsRows))
                result.AddError("--rows chooses rows of CSV files, and none is named; leave it away");
            // That nothing is named at all the parser tells.
            bool onlyRows = named.Length > 0 && named.All(PredictItems.IsRows);
            foreach (var option in new Option[] { region, boxes, crop, hands }.Where(option => onlyRows && result.IsGiven(option)))
                result.AddError($"{option.Name} has no use with CSV files, whose rows are crops already; leave it away");
            if (new Option[] { region, boxes, crop, hands }.Count(result.IsGiven) > 1)
                result.AddError("--region, --boxes, --crop and --hands each say where the hand is; give one of them");
        });
        verb.SetAction((parsed, stop) => Task.Run(() =>
        {
            string[] named = parsed.GetValue(paths)!;
            // Rows are crops, and boxes are known; neither needs a finder.
            bool isFound = !parsed.GetValue(crop) && parsed.GetValue(boxes) is null && !named.All(PredictItems.IsRows);
            var items = new PredictItems(parsed.GetValue(boxes), parsed.GetValue(rows));
            using var recognizer = isFound
                ? ReadingOptions.LoadRecognizer(parsed.GetValue(hands), parsed.GetValue(model), parsed.GetValue(region))
                : new Recognizer(new WholeFrame(), ReadingOptions.LoadLetters(parsed.GetValue(model)));
            var console = parsed.InvocationConfiguration;
            var printer = new PredictionPrinter(console.Output, console.Error, parsed.GetValue(json));
            return Run([.. named.SelectMany(items.Of)], recognizer, printer, stop);
        }, stop));
        return verb;
    }

    static int Run(IReadOnlyList<PredictItem> items, Recognizer recognizer, PredictionPrinter printer, CancellationToken stop) =>
        Terminal.ProgressBesideOutput("reading pictures", items.Count, progress =>
        {
            int code = CommandLine.Done;
            for (int i = 0; i < items.Count; i++)
            {
                stop.ThrowIfCancellationRequested();
                try
                {
                    printer.Print(items[i].File, items[i].Read(recognizer));
                }
                catch (FingerspellException e)
                {
                    printer.PrintError(items[i].File, e.Message);
                    code = CommandLine.Failed;
                }
                progress(i + 1);
            }
            return code;
        });
}
