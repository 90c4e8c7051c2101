using System.CommandLine;
using Fingerspell.App.Watching;
using Fingerspell.Imaging;
using Fingerspell.Spelling;

namespace Fingerspell.App.Verbs;

/// <summary><c>fingerspell read</c>: a camera, video, stream or folder of frames, to letters over time and text.</summary>
static class Read
{
    const double LongestHold = 60;

    public static Command Create()
    {
        var source = new Argument<string>("SOURCE")
        {
            Description = "A camera's index (0 is the first) or its device, a video file, a stream's URL, or a folder of pictures.",
        };
        var region = ReadingOptions.Region();
        var hands = CommonOptions.Hands();
        var model = CommonOptions.Model();
        var json = CommonOptions.Json();
        var output = new Option<string?>("--output")
        {
            Description = "Write the video with what was read drawn on it: .mp4, .mov, .mkv or .avi.",
            HelpName = "FILE",
        };
        output.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !FrameRecorder.CanWrite(result.Tokens[0].Value))
                result.AddError($"--output: {result.Tokens[0].Value} must end in .mp4, .mov, .mkv or .avi");
        });
        var noWindow = new Option<bool>("--no-window") { Description = "Open no window; needs no display." };
        var mirror = new Option<bool>("--mirror") { Description = "Show the window as a mirror; the default for cameras. What is read is never mirrored." };
        var noMirror = new Option<bool>("--no-mirror") { Description = "Show the window as the camera sees; the default for the rest." };
        var hold = new Option<double>("--hold")
        {
            Description = "Seconds for which a letter is held to be typed.",
            DefaultValueFactory = _ => new SpellerOptions().Hold.TotalSeconds,
            HelpName = "SECONDS",
        };
        hold.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0 and <= LongestHold))
                result.AddError($"--hold: seconds from 0 to {LongestHold}");
        });
        var verb = new Command("read", """
            Reads fingerspelling from a camera or a video: letters over time, and the text they spell.
            The hand may be anywhere in the picture and is followed; q or Ctrl-C ends.

            Examples:
              fingerspell read 0
              fingerspell read hello.mp4 --output read.mp4 --no-window
              fingerspell read rtsp://camera.local/live --json --no-window
            """) { source, region, hands, model, json, output, noWindow, mirror, noMirror, hold };
        verb.Validators.Add(result =>
        {
            if (result.GetResult(region) is not null && result.GetResult(hands) is not null)
                result.AddError("--region and --hands each say where the hand is; give one of them");
            if (result.GetValue(mirror) && result.GetValue(noMirror))
                result.AddError("--mirror and --no-mirror exclude each other");
        });
        verb.SetAction((parsed, stop) => Task.Run(() =>
        {
            using var recognizer = ReadingOptions.LoadRecognizer(parsed.GetValue(hands), parsed.GetValue(model), parsed.GetValue(region));
            using var frames = FrameSource.Open(parsed.GetValue(source)!, stop);
            using var window = parsed.GetValue(noWindow) ? null : new FrameWindow("Fingerspell");
            var speller = new Speller(new SpellerOptions { Hold = TimeSpan.FromSeconds(parsed.GetValue(hold)) });
            var printer = new WatchPrinter(parsed.InvocationConfiguration.Output, parsed.GetValue(json));

            Exception? Watch(FrameRecorder? recorder) =>
                Terminal.ProgressBesideOutput("reading frames", window is null ? frames.Count ?? 0 : 0, progress =>
                    new Watcher(recognizer.ForStream(), speller, printer)
                    {
                        Window = window,
                        Mirror = parsed.GetValue(mirror) || (frames.IsLive && !parsed.GetValue(noMirror)),
                        Recorder = recorder,
                    }.Run(frames, progress, stop));

            var failure = parsed.GetValue(output) is { } file ? Recorded(file, parsed.GetValue(source)!, frames, Watch) : Watch(null);
            return failure is null ? CommandLine.Done : throw failure;
        }, CancellationToken.None));
        return verb;
    }

    static Exception? Recorded(
        string file, string source, IFrameSource frames, Func<FrameRecorder, Exception?> watch)
    {
        const string FileUrl = "file://";
        string read = source.StartsWith(FileUrl, StringComparison.OrdinalIgnoreCase) ? source[FileUrl.Length..] : source;
        if (WholeFile.PlaceOf(file) == WholeFile.PlaceOf(read))
            throw new FingerspellException($"--output {file} would replace the video that is read; name another file");
        Exception? failure = null;
        FrameRecorder.Write(file, frames.FramesPerSecond, recorder =>
        {
            failure = watch(recorder);
            // Where not one frame was read there is no video to keep.
            if (failure is not null && recorder.IsEmpty)
                throw failure;
        });
        return failure;
    }
}
