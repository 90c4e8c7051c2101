using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>How much of the picture a hand takes, from the wrist to its fingertips, without drawing it.</summary>
static class HandExtent
{
    /// <summary>How thick an arm is on each side of its middle, next to the wrist, in mm.</summary>
    const float WristRadius = 18;

    /// <summary>
    /// An upright rectangle about the hand, in mm right and up of the picture's middle: a few mm wider than it need be, as each
    /// bone is taken to be as thick at its ends as where it is thickest.
    /// </summary>
    /// <param name="pose">The hand.</param>
    /// <param name="look">Whose it is and where it is in the picture.</param>
    /// <param name="arm">How much of the arm is taken for the hand, in mm from the wrist; null leaves the wrist out too.</param>
    public static (Vector2 Least, Vector2 Most) Of(Pose pose, HandLook look, float? arm = null)
    {
        var view = new HandView(pose, look);
        Vector2 least = new(float.PositiveInfinity), most = new(float.NegativeInfinity);
        foreach (var bone in Skeleton.Build(pose, look.Build))
        {
            if (bone.Segment != Segment.Forearm)
                Take(bone.From, bone.To, bone.Reach);
            else if (arm is { } length)
                Take(bone.From, bone.From + Vector3.Normalize(bone.To - bone.From) * length, WristRadius);
        }
        return (least, most);

        void Take(Vector3 from, Vector3 to, float flesh)
        {
            foreach (var end in (ReadOnlySpan<Vector3>)[view.ToPicture(from), view.ToPicture(to)])
            {
                least = Vector2.Min(least, new Vector2(end.X, end.Y) - new Vector2(flesh));
                most = Vector2.Max(most, new Vector2(end.X, end.Y) + new Vector2(flesh));
            }
        }
    }
}
