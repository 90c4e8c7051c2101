using Fingerspell.App.Watching;
using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Letters;
using Fingerspell.Spelling;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Watching;

public sealed class WatcherTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly Recognizer recognizer;

    public WatcherTests() => recognizer = new(new WholeFrame(), LetterModel.Load(MadeModel.Save(folder["model.onnx"])));

    public void Dispose()
    {
        recognizer.Dispose();
        folder.Dispose();
    }

    Exception? Watch(IFrameSource source, CancellationToken stop) =>
        new Watcher(recognizer.ForStream(), new Speller(), new WatchPrinter(TextWriter.Null, json: true)).Run(source, _ => { }, stop);

    [Fact]
    public void A_stream_that_fails_is_told()
    {
        using var source = new FailingStream(() => { });
        Assert.Equal("the stream broke", Watch(source, CancellationToken.None)?.Message);
    }

    [Fact]
    public void A_stream_that_fails_once_it_was_told_to_stop_was_stopped()
    {
        using var stop = new CancellationTokenSource();
        using var source = new FailingStream(stop.Cancel);
        Assert.Null(Watch(source, stop.Token));
    }

    [Fact]
    public void A_wait_for_a_frame_that_is_ended_is_an_end()
    {
        using var stop = new CancellationTokenSource();
        using var source = new FailingStream(() =>
        {
            stop.Cancel();
            stop.Token.ThrowIfCancellationRequested();
        });
        Assert.Null(Watch(source, stop.Token));
    }

    /// <summary>One frame; then something happens while it waits for the next one, and it fails.</summary>
    sealed class FailingStream(Action meanwhile) : IFrameSource
    {
        bool isOver;

        public bool IsLive => true;

        public double FramesPerSecond => 30;

        public long? Count => null;

        public (Frame Frame, TimeSpan Time)? Next()
        {
            if (!isOver)
            {
                isOver = true;
                return (MadePictures.Plain(10, 40, 40), TimeSpan.Zero);
            }
            meanwhile();
            throw new FingerspellException("the stream broke");
        }

        public void Dispose() { }
    }
}
