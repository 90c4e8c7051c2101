using System.Diagnostics;
using Fingerspell.Imaging;
using Fingerspell.Spelling;

namespace Fingerspell.App.Watching;

/// <summary>Reads a source to its end: frame → reading → text, shown, recorded and printed as it goes.</summary>
sealed class Watcher(StreamRecognizer recognizer, Speller speller, WatchPrinter printer)
{
    /// <summary>Shows each frame, or null for no window.</summary>
    public FrameWindow? Window { get; init; }

    /// <summary>Whether the window is a mirror.</summary>
    public bool Mirror { get; init; }

    /// <summary>Records each frame, or null.</summary>
    public FrameRecorder? Recorder { get; init; }

    /// <summary>Reads until the source ends, the user quits, or <paramref name="stop"/>.</summary>
    /// <returns>Why the source failed before its end, or the reading, or the printer, or null. What was read until then is kept.</returns>
    public Exception? Run(IFrameSource source, Action<long> progress, CancellationToken stop)
    {
        long frames = 0;
        var end = TimeSpan.Zero;
        Exception? failure = null;
        var clock = Stopwatch.StartNew();
        while (NextOf(source, ref failure) is { } timed)
        {
            using var frame = timed.Frame;
            if (ReadingOf(frame, ref failure) is not { } reading)
                break;
            bool isNew = speller.Add(timed.Time, reading);
            progress(++frames);
            var frameTime = TimeSpan.FromSeconds(1 / source.FramesPerSecond);
            end = source.IsLive ? timed.Time : timed.Time + frameTime;
            Record(frame, reading, timed.Time);
            if (isNew && !Printed(() => printer.Print(timed.Time, speller, reading.Confidence), ref failure))
                return failure;
            // A file plays at its own pace, a camera sets it.
            if (!Show(frame, reading, source.IsLive ? TimeSpan.Zero : end - clock.Elapsed) || stop.IsCancellationRequested)
                break;
        }
        // Ctrl-C ends FFmpeg too, whose stream then fails.
        if (stop.IsCancellationRequested)
            failure = null;
        Printed(() => printer.PrintEnd(end, speller.Text, frames), ref failure);
        return failure;
    }

    /// <summary>Prints. Where that fails nobody reads along any more, or a disk is full; what was recorded is good all the same.</summary>
    static bool Printed(Action print, ref Exception? failure)
    {
        try
        {
            print();
            return true;
        }
        catch (IOException e)
        {
            failure ??= e;
            return false;
        }
    }

    static (Frame Frame, TimeSpan Time)? NextOf(IFrameSource source, ref Exception? failure)
    {
        try
        {
            return source.Next();
        }
        catch (FingerspellException e)
        {
            failure = e;
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    Reading? ReadingOf(Frame frame, ref Exception? failure)
    {
        try
        {
            return recognizer.Read(frame);
        }
        catch (FingerspellException e)
        {
            failure = e;
            return null;
        }
    }

    void Record(Frame frame, Reading reading, TimeSpan time)
    {
        if (Recorder is null)
            return;
        using var picture = ReadingPicture.Draw(frame, reading, speller.Text, speller.Holding, mirror: false);
        Recorder.Add(picture, time);
    }

    bool Show(Frame frame, Reading reading, TimeSpan wait)
    {
        if (Window is null)
            return true;
        using var picture = ReadingPicture.Draw(frame, reading, speller.Text, speller.Holding, Mirror);
        return Window.Show(picture, wait);
    }
}
