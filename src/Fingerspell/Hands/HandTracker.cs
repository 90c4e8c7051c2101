using Fingerspell.Imaging;

namespace Fingerspell.Hands;

/// <summary>
/// Finds the hand in the frames of one stream: near its last place first, then closer, where exactly; in the whole frame only when it is
/// lost, and every fifth frame while no letter is read. That is steadier than looking anew and takes two looks in place of four.
/// For one stream, and one thread at a time.
/// </summary>
/// <param name="finder">Finds the hand; it is not disposed with the tracker.</param>
public sealed class HandTracker(HandFinder finder) : IHandFinder
{
    /// <summary>Boxes that overlap less than this are a move, which is followed at once; others tremble and are smoothed.</summary>
    const double LeastOverlapOfRest = 0.6;

    /// <summary>What a new box weighs against the last ones (exponential smoothing).</summary>
    const double NewWeight = 0.5;

    /// <summary>Where no letter is read, every so many frames the whole frame is searched too: what is followed may be no hand.</summary>
    const int FramesBetweenSearches = 5;

    Box? last;
    int framesWithoutLetter;

    /// <inheritdoc/>
    public IReadOnlyList<HandPlace> Places(Frame frame)
    {
        // A frame that is smaller than the last one may not reach to where the hand was.
        if (last?.Clip(frame.Bounds) is not { } before || FindNear(before, frame) is not { } near)
            return finder.Places(frame);
        // The look near the last place stands for the two of a search that tell whether a hand is there.
        var steadied = new HandPlace(Steadied(before, near.Box), near.Probability * near.Probability);
        return framesWithoutLetter == 0 || framesWithoutLetter % FramesBetweenSearches != 0
            ? [steadied]
            : [steadied, .. finder.Places(frame).Where(place => place.Box.Overlap(near.Box) <= HandFinder.SameHand)];
    }

    /// <inheritdoc/>
    public void Follow(Box? box, bool showsLetter)
    {
        last = box;
        framesWithoutLetter = box is null || showsLetter ? 0 : framesWithoutLetter + 1;
    }

    /// <summary>As the second and the fourth look of a search, about the last place: as sure as the one, where the other says.</summary>
    HandPlace? FindNear(Box before, Frame frame) =>
        finder.LookAbout(before, HandFinder.Surroundings, frame) is { } found
        && finder.LookAbout(found.Box, HandFinder.ClosestSurroundings, frame) is { } closest
            ? found with { Box = closest.Box }
            : null;

    /// <summary>A box that hardly moved, half way from the last one; one that jumped, as it is.</summary>
    internal static Box Steadied(Box before, Box box)
    {
        if (before.Overlap(box) < LeastOverlapOfRest)
            return box;
        int x = Mixed(before.X, box.X), y = Mixed(before.Y, box.Y);
        return new Box(x, y, Mixed(before.Right, box.Right) - x, Mixed(before.Bottom, box.Bottom) - y);
    }

    static int Mixed(int before, int now) => (int)Math.Round(before + NewWeight * (now - before), MidpointRounding.AwayFromZero);
}
