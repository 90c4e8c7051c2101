using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Letters;

namespace Fingerspell;

/// <summary>
/// The reading road: frame → hand box → crop → letter or none. It keeps nothing between frames, so any number of threads
/// may read with one recogniser at once where its hand finder allows it; those of this library do.
/// </summary>
/// <param name="hands">Finds the hand.</param>
/// <param name="letters">Names the letter; the recogniser owns it and disposes it.</param>
/// <param name="threshold">The confidence, 0–1, below which no letter is named; null takes the model's own.</param>
public sealed class Recognizer(IHandFinder hands, LetterModel letters, double? threshold = null) : IDisposable
{
    readonly CropMaker cropMaker = new(letters.Size);
    readonly double threshold = threshold ?? letters.Metadata.Threshold;

    /// <summary>Reads a frame.</summary>
    /// <exception cref="FingerspellException">The frame does not fit the hand finder.</exception>
    public Reading Read(Frame frame) => hands.Find(frame) is { } box ? Read(frame, box) : Reading.NoHand;

    /// <summary>Reads a frame in which the hand is known to be at <paramref name="box"/>.</summary>
    /// <exception cref="FingerspellException">The box lies outside of the frame.</exception>
    public Reading Read(Frame frame, Box box) => Read(cropMaker.Cut(frame, box)) with { Box = box };

    /// <summary>Reads a picture that is the crop already, such as a row of a dataset.</summary>
    public Reading Read(GrayCrop crop)
    {
        var fitting = cropMaker.Fit(crop);
        var candidates = letters.Classify(fitting);
        var best = candidates[0];
        return new Reading(
            best.Confidence >= threshold ? best.Letter : null,
            best.Confidence,
            new Box(0, 0, crop.Size, crop.Size),
            candidates,
            fitting);
    }

    /// <summary>Disposes the letter model, and the hand finder where it holds anything.</summary>
    public void Dispose()
    {
        letters.Dispose();
        (hands as IDisposable)?.Dispose();
    }
}
