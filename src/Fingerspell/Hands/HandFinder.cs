using Fingerspell.Imaging;

namespace Fingerspell.Hands;

/// <summary>
/// Finds the hand in a frame of any size with a hand model: a first look at the whole frame says about where it may be, a second
/// one at the surroundings of each place, where it is large, whether it is there, and a third and a fourth one, closer and closer, where exactly. That it is
/// there is as probable as the second and third say together: what is no hand seldom looks like one from both distances. Any number of threads may find with one finder at once.
/// </summary>
/// <param name="model">The model; the finder owns it and disposes it.</param>
/// <param name="threshold">The score, 0–1, of any but the first look below which there is no hand; null takes the model's own.</param>
public sealed class HandFinder(HandModel model, double? threshold = null) : IHandFinder, IDisposable
{
    /// <summary>The side of the second look's window over the longer side of the first look's box, or in a stream of the last frame's.</summary>
    internal const double Surroundings = 2;

    /// <summary>The side of the third look's window over the longer side of the second look's box.</summary>
    const double CloseSurroundings = 1.5;

    /// <summary>The side of the fourth look's window over the longer side of the third look's box: hardly more than the hand.</summary>
    internal const double ClosestSurroundings = 1.15;

    /// <summary>How many places of the first look are looked at again.</summary>
    const int MostPlaces = 3;

    /// <summary>The first look only proposes, so it need be no surer than this share of the threshold.</summary>
    const double FirstLook = 0.5;

    /// <summary>Boxes that overlap more than this are the same hand.</summary>
    internal const double SameHand = 0.4;

    readonly double threshold = threshold is { } given ? Probability.Require(given, nameof(threshold)) : model.Metadata.Threshold;

    /// <inheritdoc/>
    public IReadOnlyList<HandPlace> Places(Frame frame)
    {
        var whole = Window.Around(frame.Bounds);
        List<HandPlace> confirmed = [];
        foreach (var first in model.LookForSeveral(frame, whole, FirstLook * threshold, MostPlaces))
        {
            if (whole.ToFrame(first.Box, frame.Bounds) is { } about && LookAbout(about, Surroundings, frame) is { } second
                && LookAbout(second.Box, CloseSurroundings, frame) is { } third
                && LookAbout(third.Box, ClosestSurroundings, frame) is { } fourth)
                confirmed.Add(new(fourth.Box, second.Probability * third.Probability));
        }
        List<HandPlace> places = [];
        foreach (var place in confirmed.OrderByDescending(place => place.Probability))
        {
            if (places.TrueForAll(other => other.Box.Overlap(place.Box) <= SameHand))
                places.Add(place);
        }
        return places;
    }

    /// <summary>A tracker, which looks near the last place first.</summary>
    public IHandFinder ForStream() => new HandTracker(this);

    /// <summary>Looks once, at the surroundings of a box.</summary>
    /// <param name="box">The box.</param>
    /// <param name="surroundings">The side of what is looked at, over the longer side of the box.</param>
    /// <param name="frame">The frame.</param>
    /// <returns>The hand there and how sure this look is, or null where there is none.</returns>
    internal HandPlace? LookAbout(Box box, double surroundings, Frame frame)
    {
        var window = Window.Around(box, surroundings);
        var sighting = model.Look(frame, window);
        return sighting.Score >= threshold && window.ToFrame(sighting.Box, frame.Bounds) is { } found ? new(found, sighting.Score) : null;
    }

    /// <summary>Disposes the model.</summary>
    public void Dispose() => model.Dispose();
}
