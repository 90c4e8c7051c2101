using System.CommandLine;
using System.Globalization;
using Fingerspell.App.Showing;
using Fingerspell.Imaging;
using Fingerspell.Showing;

namespace Fingerspell.App.Verbs;

/// <summary><c>fingerspell show</c>: a word spelled by a drawn hand, as a picture or a video.</summary>
static class Show
{
    const int SmallestSize = 32, LargestSize = 1024;
    const double FramesPerSecond = 25;

    public static Command Create()
    {
        var text = new Argument<string>("TEXT") { Description = "What to spell: letters A to Z, and spaces." }.Checked();
        var output = new Option<string>("--output")
        {
            Description = "The file: .png or .svg for the letters side by side, .mp4, .mov, .mkv or .avi for the hand that spells.",
            HelpName = "FILE",
            DefaultValueFactory = _ => "spelled.png",
        };
        output.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !Has(result.Tokens[0].Value, ".png") && !Has(result.Tokens[0].Value, ".svg") && !FrameRecorder.CanWrite(result.Tokens[0].Value))
                result.AddError($"--output: {result.Tokens[0].Value} must end in .png, .svg, .mp4, .mov, .mkv or .avi");
        });
        var size = new Option<int>("--size")
        {
            Description = $"The side of each hand's picture in pixels, {SmallestSize} to {LargestSize}.",
            HelpName = "PIXELS",
            DefaultValueFactory = _ => 320,
        };
        size.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is not (>= SmallestSize and <= LargestSize))
                result.AddError($"--size: pixels from {SmallestSize} to {LargestSize}");
        });
        var background = new Option<Rgb?>("--background")
        {
            Description = "The colour behind the hand, as #f4f1ec. Default: none in a picture, a light grey in a video.",
            HelpName = "COLOUR",
            CustomParser = result =>
            {
                var colour = ParseColour(result.Tokens.Single().Value);
                if (colour is null)
                    result.AddError($"--background: \"{result.Tokens.Single().Value}\" is not a colour such as #f4f1ec");
                return colour;
            },
        };
        var words = new Option<bool>("--words") { Description = "Also print how each letter is made." };
        var look = new LookOptions();
        var verb = new Command("show", """
            Draws how a word is spelled: a hand for each letter, as a picture or a video. J and Z are drawn with their motion.

            Examples:
              fingerspell show HELLO --output hello.png
              fingerspell show JAZZ --output jazz.svg
              fingerspell show HELLO --output hello.mp4 --hand left --tone brown
              fingerspell show G --seen-by signer --size 800 --words
            """) { text, output, size, background, words };
        foreach (var option in look.Options)
            verb.Options.Add(option);
        verb.SetAction((parsed, stop) => Task.Run(() =>
        {
            string file = parsed.GetValue(output)!, spelled = parsed.GetValue(text)!;
            var drawn = look.Read(parsed) with { Background = parsed.GetValue(background) };
            if (Has(file, ".png"))
                Letters(done => LetterSheet.Render(spelled, drawn, parsed.GetValue(size), done)).SavePng(file);
            else if (Has(file, ".svg"))
                WholeFile.Write(file, Letters(done => LetterSheetSvg.Render(spelled, drawn, parsed.GetValue(size), done)));
            else
                WriteVideo(file, spelled, drawn, parsed.GetValue(size), stop);
            var console = parsed.InvocationConfiguration;
            if (parsed.GetValue(words))
                PrintWords(spelled, console.Output);
            console.Error.WriteLine($"wrote {file}");
            return CommandLine.Done;

            T Letters<T>(Func<Action<long>, T> draw) => Terminal.Progress("drawing letters", spelled.Length, progress => draw(done =>
            {
                stop.ThrowIfCancellationRequested();
                progress(done);
            }));
        }, stop));
        return verb;
    }

    static void WriteVideo(string file, string text, HandLook look, int size, CancellationToken stop) => FrameRecorder.Write(file, FramesPerSecond, recorder =>
    {
        var motion = new SpellingMotion(text);
        // The last letter stays a little, or players cut it short.
        int frames = (int)Math.Ceiling((motion.Duration + 0.6) * FramesPerSecond);
        using var painter = new PosePainter(look with { Samples = 2 }, size, size);
        Terminal.Progress("drawing frames", frames, progress =>
        {
            for (int i = 0; i < frames; i++)
            {
                stop.ThrowIfCancellationRequested();
                recorder.Add(painter.Paint(motion.At(i / FramesPerSecond).Pose), TimeSpan.FromSeconds(i / FramesPerSecond));
                progress(i + 1);
            }
            return true;
        });
    });

    static void PrintWords(string text, TextWriter output)
    {
        foreach (char letter in text.ToUpperInvariant().Where(char.IsAsciiLetter).Distinct())
            output.WriteLine($"{letter}  {ManualAlphabet.Of(letter).Words}");
    }

    static bool Has(string file, string extension) => Path.GetExtension(file).Equals(extension, StringComparison.OrdinalIgnoreCase);

    static Rgb? ParseColour(string text) =>
        text.Length == 7 && text[0] == '#'
        && int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value)
            ? new Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value)
            : null;
}
