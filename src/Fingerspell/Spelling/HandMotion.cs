using Fingerspell.Imaging;

namespace Fingerspell.Spelling;

/// <summary>
/// Tells a hand that moves from one that is held: how far it is from where it was lately, measured in its own size, so
/// that near and far hands are alike and a box that trembles does not count.
/// </summary>
struct HandMotion
{
    /// <summary>How lately: the time constant of the mean place.</summary>
    static readonly TimeSpan Lately = TimeSpan.FromSeconds(0.3);

    /// <summary>The distance from the mean place, over the hand's longer side, beyond which it moves.</summary>
    const double LeastMove = 0.2;

    (double X, double Y)? mean;
    TimeSpan last;

    /// <summary>Takes the hand's place.</summary>
    /// <param name="time">The time of the reading.</param>
    /// <param name="box">Where the hand is, or null where there is none.</param>
    /// <returns>Whether it moves; the first one does not, of which nothing else is known.</returns>
    public bool Add(TimeSpan time, Box? box)
    {
        if (box is not { } hand)
            return false;
        var (x, y) = (hand.X + hand.Width / 2.0, hand.Y + hand.Height / 2.0);
        if (mean is { } before)
        {
            double share = Smoothing.ShareOfNew(time - last, Lately);
            (x, y) = (before.X + share * (x - before.X), before.Y + share * (y - before.Y));
        }
        (mean, last) = ((x, y), time);
        double distance = double.Hypot(hand.X + hand.Width / 2.0 - x, hand.Y + hand.Height / 2.0 - y);
        return distance > LeastMove * Math.Max(hand.Width, hand.Height);
    }
}
