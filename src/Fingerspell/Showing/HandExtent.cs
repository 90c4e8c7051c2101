using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>How much of the picture a hand takes, from the wrist to its fingertips, without drawing it.</summary>
static class HandExtent
{
    /// <summary>Bones that end farther from the palm than any finger reaches, in mm, are of the forearm.</summary>
    const float Reach = 230;

    /// <summary>How thick an arm is on each side of its middle, next to the wrist, in mm.</summary>
    const float WristRadius = 18;

    /// <summary>The smallest upright rectangle about the hand, in mm right and up of the picture's middle.</summary>
    /// <param name="pose">The hand.</param>
    /// <param name="look">Whose it is and where it is in the picture.</param>
    /// <param name="arm">How much of the arm is taken for the hand, in mm from the wrist.</param>
    public static (Vector2 Least, Vector2 Most) Of(Pose pose, HandLook look, float arm = 0)
    {
        var view = new HandView(pose, look);
        Vector2 least = new(float.PositiveInfinity), most = new(float.NegativeInfinity);
        foreach (var bone in Skeleton.Build(pose, look.Build))
        {
            bool isForearm = Vector3.Distance(bone.To, Proportions.PalmMiddle) > Reach;
            // The flesh of a forearm is thicker at its far end, which does not count.
            var far = isForearm ? bone.From + Vector3.Normalize(bone.To - bone.From) * arm : bone.To;
            foreach (var end in (ReadOnlySpan<Vector3>)[bone.From, far])
            {
                var seen = view.ToPicture(end);
                var flesh = new Vector2(isForearm ? WristRadius : bone.Reach);
                least = Vector2.Min(least, new Vector2(seen.X, seen.Y) - flesh);
                most = Vector2.Max(most, new Vector2(seen.X, seen.Y) + flesh);
            }
        }
        return (least, most);
    }
}
