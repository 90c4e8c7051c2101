using System.CommandLine;
using System.Security.Cryptography;
using Fingerspell.Hands;
using Fingerspell.Letters;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;
using Fingerspell.Training.Evaluation.Photos;
using Fingerspell.Training.Evaluation.Sets;
using Fingerspell.Training.Learning;

namespace Fingerspell.App.Evaluating;

/// <summary>Options that several evaluations heed.</summary>
sealed class EvaluateOptions
{
    public Option<string?> Data { get; } = CommonOptions.Data();

    public Option<string?> Model { get; } = CommonOptions.Model();

    public Option<string?> Hands { get; } = CommonOptions.Hands(" With --leave-one-signer-out of letters: one that was trained "
        + "without all of --signers (`train --validation Signer`), to read their whole photographs with; default: none.");

    public Option<string?> Photos { get; } = new("--photos")
    {
        Description = "Evaluate photographs instead of the dataset: DIR/A/*.jpg to DIR/Y/*.jpg; pictures directly in DIR show no hand. "
            + $"Where there is a DIR/{TestSet.BoxFile}, the hands found are compared with it. "
            + "With --leave-one-signer-out: the photographs of all sets, as `train` takes them.",
        HelpName = "DIR",
    };

    public Option<string> Names { get; } = new("--names")
    {
        Description = "What the classification report calls the labels.",
        DefaultValueFactory = _ => "letters",
    };

    public Option<int> Digits { get; } = new("--digits")
    {
        Description = "Decimals of the classification report, 0–15.",
        HelpName = "N",
        DefaultValueFactory = _ => 2,
    };

    public Option<string?> Output { get; } = new("--output")
    {
        Description = "Also write report.txt and report.json, the confusion matrix as CSV and pictures, reliability.png and misread.png here.",
        HelpName = "DIR",
    };

    public Option<string?> Write { get; } = new("--write")
    {
        Description = "With --sets or --words: also write what is printed into this Markdown file, between the two lines that mark the place: "
            + $"{MarkedSection.Sets.Begin} and {MarkedSection.Sets.End}, or the same with --words.",
        HelpName = "FILE",
    };

    public Option<bool> Json { get; } = CommonOptions.Json();

    public EvaluateOptions()
    {
        Names.AcceptOnlyFromAmong("letters", "numbers");
        Digits.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int n) && n is < 0 or > 15)
                result.AddError($"--digits takes 0 to 15, not {n}");
        });
    }

    public IReadOnlyList<Option> All => [Data, Photos, Model, Hands, Names, Digits, Output, Write, Json];

    /// <summary>The letter model asked for, for many crops at once, one thread a core.</summary>
    public LetterModel LoadLetters(ParseResult parsed) =>
        parsed.GetValue(Model) is { } file ? LetterModel.Load(file) : LetterModel.LoadShipped();

    /// <summary>The recogniser asked for, whose models keep to a thread each, since photographs are read on all cores.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="handsFound">Whether it looks for hands, or is given boxes or crops.</param>
    public Recognizer LoadRecognizer(ParseResult parsed, bool handsFound) => handsFound
        ? ReadingOptions.LoadRecognizer(parsed.GetValue(Hands), parsed.GetValue(Model))
        : new Recognizer(new WholeFrame(), ReadingOptions.LoadLetters(parsed.GetValue(Model)));

    /// <summary>Whether reports call labels by their letters, and not by their numbers.</summary>
    public bool AreLettersNamed(ParseResult parsed) => parsed.GetValue(Names) == "letters";

    /// <summary>What was typed, for a reader to type again, and what it runs.</summary>
    public MeasuredWith MeasuredWith(ParseResult parsed) => new(
        $"./fingerspell {string.Join(' ', parsed.Tokens.Select(token => Quoted(token.Value)))}",
        Versions.Current()["fingerspell"],
        new Dictionary<string, string>
        {
            ["hands"] = ChecksumOf(parsed.GetValue(Hands) ?? HandModel.ShippedPath),
            ["letters"] = ChecksumOf(parsed.GetValue(Model) ?? LetterModel.ShippedPath),
        });

    /// <summary>Prints what predictions for rows come to, and writes the files where <c>--output</c> says.</summary>
    public void Report(ParseResult parsed, Predictions predictions, DatasetSplit rows, double threshold)
    {
        var console = parsed.InvocationConfiguration;
        var summary = OutcomeSummary.Of(Outcome.Of(predictions, threshold));
        console.Output.Write(parsed.GetValue(Json)
            ? summary.ToJson() + "\n"
            : EvaluationReport.Of(predictions, AreLettersNamed(parsed), parsed.GetValue(Digits))
                + Answers(summary, threshold));
        if (parsed.GetValue(Output) is not { } place)
            return;
        EvaluationFiles.Write(place, predictions, rows, AreLettersNamed(parsed), parsed.GetValue(Digits));
        console.Error.WriteLine($"wrote report, confusion matrix and pictures to {place}");
    }

    /// <summary>A word as a shell takes it for one.</summary>
    static string Quoted(string word) =>
        word.All(sign => char.IsLetterOrDigit(sign) || "-_./,+=:@".Contains(sign)) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    static string ChecksumOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    /// <summary>The report counts the most probable letter of each row; a model with a threshold or with odds of a sign names fewer.</summary>
    static string Answers(OutcomeSummary summary, double threshold) => threshold == 0 && summary.Answered == summary.Photos
        ? ""
        : FormattableString.Invariant($"\nNaming a letter only where a hand is likely to sign, at a confidence of {threshold} or more, as when reading:\n")
            + OutcomeSummaryText.Answers(summary);
}
