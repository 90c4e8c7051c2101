using Fingerspell.Showing;

namespace Fingerspell.Training.Motion;

/// <summary>A part of an act: what the hand does for a time.</summary>
/// <param name="Seconds">How long.</param>
/// <param name="Pose">The hand at a moment, 0 at the beginning to 1 at the end; null where it is out of the picture.</param>
/// <param name="Look">What it looks like at that moment.</param>
sealed record Stretch(double Seconds, Func<float, Pose>? Pose, Func<float, Likeness> Look);

/// <summary>The letters that a hand looks like.</summary>
/// <param name="From">One letter.</param>
/// <param name="To">Another.</param>
/// <param name="Share">How much it is the second one, 0–1.</param>
/// <param name="Sureness">How sure a network can be of them at best, 0–1: a hand that moves is blurred, and between two letters none.</param>
readonly record struct Likeness(char From, char To, float Share, float Sureness)
{
    public static Likeness Of(char letter, float sureness = 1) => new(letter, letter, 0, sureness);
}
