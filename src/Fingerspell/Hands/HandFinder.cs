using Fingerspell.Imaging;

namespace Fingerspell.Hands;

/// <summary>
/// Finds the hand in a frame of any size with a hand model: a first look at the whole frame says about where it is, a second
/// one at its surroundings, where it is large, says it exactly. Any number of threads may find with one finder at once.
/// </summary>
/// <param name="model">The model; the finder owns it and disposes it.</param>
/// <param name="threshold">The score, 0–1, below which there is no hand, in either look; null takes the model's own.</param>
public sealed class HandFinder(HandModel model, double? threshold = null) : IHandFinder, IDisposable
{
    /// <summary>The side of the second look's window over the longer side of the first look's box.</summary>
    const double Surroundings = 2;

    readonly double threshold = threshold ?? model.Metadata.Threshold;

    /// <inheritdoc/>
    public Box? Find(Frame frame) =>
        FindIn(Window.Around(frame.Bounds), frame) is { } first ? FindIn(Window.Around(first, Surroundings), frame) : null;

    /// <summary>A tracker, which looks near the last place first.</summary>
    public IHandFinder ForStream() => new HandTracker(this);

    /// <summary>Looks once, at a window.</summary>
    internal Box? FindIn(Window window, Frame frame)
    {
        var sighting = model.Look(frame, window);
        return sighting.Score >= threshold ? window.ToFrame(sighting.Box, frame.Bounds) : null;
    }

    /// <summary>Disposes the model.</summary>
    public void Dispose() => model.Dispose();
}
