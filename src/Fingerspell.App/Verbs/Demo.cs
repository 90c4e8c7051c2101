using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Fingerspell.App.Demonstrating;
using Fingerspell.App.Showing;
using Fingerspell.Showing;

namespace Fingerspell.App.Verbs;

/// <summary><c>fingerspell demo</c>: the drawn hand spells, the recogniser reads, with no photograph and no camera.</summary>
static class Demo
{
    /// <summary>The word that is spelled where none is given.</summary>
    public const string DefaultWord = "CHALK";

    public static Command Create()
    {
        var word = new Argument<string>("WORD")
        {
            Description = "What to spell: letters A to Z, and spaces.",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => DefaultWord,
        }.Checked();
        var all = new Option<bool>("--all") { Description = "Instead of a word, try each of the 24 letters that are held, in several looks." };
        var hand = LookOptions.Hand();
        var hands = CommonOptions.Hands();
        var model = CommonOptions.Model();
        var json = CommonOptions.Json();
        var verb = new Command("demo", """
            Spells a word with a drawn hand and reads it back, frame by frame, as from a camera; none is needed.
            The exit code is 1 where the word is not what was read.

            Examples:
              fingerspell demo
              fingerspell demo MILK --hand left
              fingerspell demo --all
            """) { word, all, hand, hands, model, json };
        verb.Validators.Add(result =>
        {
            if (result.GetValue(all) && result.GetResult(word) is { Implicit: false, Tokens.Count: > 0 })
                result.AddError("--all tries every letter; give it or a word");
        });
        verb.SetAction((parsed, stop) => Task.Run(() =>
        {
            using var recognizer = ReadingOptions.LoadRecognizer(parsed.GetValue(hands), parsed.GetValue(model));
            var output = parsed.InvocationConfiguration.Output;
            var side = parsed.GetValue(hand);
            return parsed.GetValue(all)
                ? TryLetters(recognizer, side, output, parsed.GetValue(json), stop)
                : Spell(parsed.GetValue(word)!.ToUpperInvariant(), recognizer, side, output, parsed.GetValue(json), stop);
        }, stop));
        return verb;
    }

    static int Spell(string word, Recognizer recognizer, HandSide side, TextWriter output, bool json, CancellationToken stop)
    {
        var trial = Terminal.Progress("reading frames", WordTrial.FramesOf(word), progress =>
            WordTrial.Of(word, recognizer, side, progress, stop));
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(
                new { word = trial.Word, text = trial.Text, read = trial.IsRead, letters = trial.Letters, frames = trial.Frames },
                JsonLines.Options));
        }
        else
        {
            output.WriteLine("shown  read");
            for (int i = 0; i < word.Length; i++)
            {
                if (word[i] != ' ')
                    output.WriteLine($"{word[i]}      {trial.Letters[i]?.ToString() ?? "-"}");
            }
            output.WriteLine($"spelled {word}, read {(trial.Text.Length > 0 ? trial.Text : "nothing")}");
        }
        return trial.IsRead ? CommandLine.Done : CommandLine.Failed;
    }

    static int TryLetters(Recognizer recognizer, HandSide side, TextWriter output, bool json, CancellationToken stop)
    {
        var trials = Terminal.Progress("reading letters", Alphabet.StaticLetters.Length, progress =>
        {
            var trials = new List<LetterTrial>();
            foreach (char letter in Alphabet.StaticLetters)
            {
                stop.ThrowIfCancellationRequested();
                trials.Add(LetterTrial.Of(letter, recognizer, side));
                progress(trials.Count);
            }
            return trials;
        });
        if (json)
        {
            foreach (var trial in trials)
            {
                output.WriteLine(JsonSerializer.Serialize(
                    new { letter = trial.Letter, read = trial.Read, confidence = trial.Confidence.Select(JsonLines.Round) },
                    JsonLines.Options));
            }
            return CommandLine.Done;
        }
        output.WriteLine($"letter{string.Concat(DemoLook.All.Select(look => $"  {look.Name,-12}"))}".TrimEnd());
        foreach (var trial in trials)
            output.WriteLine($"{trial.Letter}     {string.Concat(trial.Read.Zip(trial.Confidence, Cell))}".TrimEnd());
        int looks = trials.Count * DemoLook.All.Count;
        output.WriteLine($"read in most looks: {trials.Count(trial => trial.IsRead)} of {trials.Count} letters; "
            + $"pictures read: {trials.Sum(trial => trial.Right)} of {looks}");
        return CommandLine.Done;

        static string Cell(char? read, double confidence) =>
            string.Create(CultureInfo.InvariantCulture, $"  {read ?? '-'} {confidence,-10:0.00}");
    }
}
