using System.Threading.Channels;

namespace Fingerspell.Web.Live;

/// <summary>A place for one frame: a new one takes the place of one that nobody has taken yet, so that there is never a queue.</summary>
/// <param name="replaced">Told of each frame that was replaced.</param>
sealed class NewestFrame(Action replaced)
{
    readonly Channel<Sent> place = Channel.CreateBounded<Sent>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true, SingleWriter = true },
        _ => replaced());

    /// <summary>A frame as the page sent it.</summary>
    /// <param name="Number">Which one, counted from 1.</param>
    /// <param name="Time">When it arrived.</param>
    /// <param name="Picture">The bytes of the picture's file.</param>
    public readonly record struct Sent(long Number, TimeSpan Time, byte[] Picture);

    public void Put(Sent frame) => place.Writer.TryWrite(frame);

    /// <summary>Says that no more will come.</summary>
    public void End() => place.Writer.TryComplete();

    /// <summary>Waits until there is a frame to take, or none will come any more.</summary>
    /// <returns>Whether there is one.</returns>
    public ValueTask<bool> WaitAsync() => place.Reader.WaitToReadAsync();

    /// <summary>Takes the newest frame; only the one who waited takes, so that there is one.</summary>
    public Sent Take() => place.Reader.TryRead(out var frame) ? frame : throw new InvalidOperationException("nobody has waited for a frame");
}
