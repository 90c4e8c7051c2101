using Fingerspell.Imaging;

namespace Fingerspell.Training.Evaluation.Clips;

/// <summary>Photographs as a video in which each is held for a second. There is no J or Z in it, and the hand is elsewhere every second.</summary>
/// <param name="files">The photographs.</param>
public sealed class StrungPhotos(IReadOnlyList<string> files) : IFrameSource
{
    /// <summary>Frames a second, and for each photograph.</summary>
    public const int Rate = 15;

    int next;

    /// <inheritdoc/>
    public bool IsLive => false;

    /// <inheritdoc/>
    public double FramesPerSecond => Rate;

    /// <inheritdoc/>
    public long? Count => (long)files.Count * Rate;

    /// <inheritdoc/>
    public (Frame Frame, TimeSpan Time)? Next()
    {
        if (next == Count)
            return null;
        var time = TimeSpan.FromSeconds((double)next / Rate);
        return (Frame.Load(files[next++ / Rate]), time);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
