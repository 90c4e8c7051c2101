using Fingerspell.Imaging;
using Fingerspell.Training.Evaluation.Photos;

namespace Fingerspell.Training.Evaluation.Words;

/// <summary>Makes the pictures of a script. Holds the photographs of one word, and is for one thread.</summary>
public sealed class WordFilm : IDisposable
{
    /// <summary>What a frame without a hand shows, all over.</summary>
    const byte Gray = 96;

    readonly Dictionary<TestPhoto, Frame> photos = [];
    (int Width, int Height) size = (640, 480);

    /// <summary>The picture of a shot. Photographs of different sizes do not turn into one another, the first stays.</summary>
    /// <exception cref="FingerspellException">A photograph cannot be read.</exception>
    /// <returns>A frame for the caller to dispose.</returns>
    public Frame Show(Shot shot)
    {
        if (shot.Photo is not { } shown)
            return Frame.FromBgr(size.Width, size.Height, Enumerable.Repeat(Gray, size.Width * size.Height * 3).ToArray());
        var frame = Load(shown);
        size = (frame.Width, frame.Height);
        byte[] pixels = frame.ToBgr();
        if (shot.Next is { } following && Load(following) is var next && (next.Width, next.Height) == size)
            Blend(pixels, next.ToBgr(), shot.Share);
        return Frame.FromBgr(size.Width, size.Height, pixels);
    }

    /// <summary>Gives the photographs' memory back.</summary>
    public void Dispose()
    {
        foreach (var frame in photos.Values)
            frame.Dispose();
    }

    Frame Load(TestPhoto photo)
    {
        if (!photos.TryGetValue(photo, out var frame))
            photos.Add(photo, frame = Frame.Load(photo.Path));
        return frame;
    }

    static void Blend(Span<byte> into, ReadOnlySpan<byte> other, double share)
    {
        for (int i = 0; i < into.Length; i++)
            into[i] = (byte)Math.Round(into[i] + share * (other[i] - into[i]));
    }
}
