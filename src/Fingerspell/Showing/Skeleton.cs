using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>
/// The bones of a hand in a pose, in the hand's own axes: x toward the thumb's side, y toward the fingertips, z out of the
/// palm, in mm. Bones of one part follow one another, from the wrist to the tip.
/// </summary>
static class Skeleton
{
    const float ForearmLength = 260;

    /// <summary>
    /// How far a finger leans when it is closed, in degrees: bent fingers all point to one place at the thumb's root
    /// (I. A. Kapandji, "The Physiology of the Joints", volume 1), so that they lie side by side in a fist.
    /// </summary>
    static readonly float[] Converge = [5, 1.5f, -2.5f, -6.5f];

    /// <summary>The bones of a hand.</summary>
    public static Bone[] Build(Pose pose, HandBuild build)
    {
        var bones = new List<Bone>(32);
        AddPalm(bones, build);
        AddForearm(bones, pose, build);
        AddThumb(bones, pose.Shape.Thumb, build);
        AddFinger(bones, 0, pose.Shape.Index, build);
        AddFinger(bones, 1, pose.Shape.Middle, build);
        AddFinger(bones, 2, pose.Shape.Ring, build);
        AddFinger(bones, 3, pose.Shape.Little, build);
        return [.. bones];
    }

    static void AddPalm(List<Bone> bones, HandBuild build)
    {
        for (int i = 0; i < 4; i++)
        {
            var from = Wide(Proportions.Carpals[i], build);
            var to = Wide(Proportions.Knuckles[i], build);
            bones.Add(new Bone(Part.Palm, Segment.Metacarpal, from, to, 11.5f, i == 3 ? 9 : 10, Vector3.UnitZ));
        }
        // The heel of the hand below the little finger, and the cushions below the fingers.
        bones.Add(Flesh(new(-17, 14, 5), new(-30, 58, 5), 11, 9, build));
        bones.Add(Flesh(new(-26, 72, 4), new(18, 80, 4), 8.5f, 8.5f, build));
    }

    static Bone Flesh(Vector3 from, Vector3 to, float radius, float end, HandBuild build) =>
        new(Part.Palm, Segment.Metacarpal, Wide(from, build), Wide(to, build), radius, end, Vector3.UnitZ);

    static void AddForearm(List<Bone> bones, Pose pose, HandBuild build)
    {
        float elbow = float.DegreesToRadians(pose.Orientation.Elbow);
        // A hand that points at the watcher or down hangs from a forearm that comes from behind.
        float back = 0.2f + Math.Abs(pose.Orientation.Tilt) / 200;
        var inPicture = new Vector3(-MathF.Sin(elbow), -MathF.Cos(elbow), -back);
        var direction = Vector3.Normalize(Vector3.Transform(inPicture, Quaternion.Conjugate(pose.Orientation.Rotation)));
        var across = Vector3.UnitX - direction * direction.X;
        across = across.LengthSquared() < 0.05f ? Vector3.UnitZ : Vector3.Normalize(across);
        foreach (int side in (ReadOnlySpan<int>)[-1, 1])
        {
            var wrist = Proportions.Wrist + across * (side * 9 * build.PalmWidth);
            var elbowEnd = Proportions.Wrist + across * (side * 14) + direction * ForearmLength;
            bones.Add(new Bone(Part.Palm, Segment.Forearm, wrist, elbowEnd, 18.5f, 34, Vector3.UnitZ));
        }
    }

    static void AddThumb(List<Bone> bones, ThumbPose pose, HandBuild build)
    {
        var (sinSpread, cosSpread) = MathF.SinCos(float.DegreesToRadians(pose.Spread));
        var (sinPalmar, cosPalmar) = MathF.SinCos(float.DegreesToRadians(pose.Palmar));
        var (sinRoll, cosRoll) = MathF.SinCos(float.DegreesToRadians(pose.Roll));
        var direction = new Vector3(sinSpread * cosPalmar, cosSpread * cosPalmar, sinPalmar);
        var inward = new Vector3(-cosSpread, sinSpread, 0);
        var pad = inward * cosRoll + Vector3.Cross(inward, direction) * sinRoll;

        var radii = Proportions.ThumbRadii;
        var lengths = Proportions.ThumbLengths;
        var root = Wide(Proportions.ThumbRoot, build);
        var knuckle = root + direction * lengths[0];
        bones.Add(new Bone(Part.Palm, Segment.Metacarpal, root, knuckle, radii[0], radii[1], Vector3.UnitZ));
        // The ball of the thumb.
        bones.Add(new Bone(Part.Palm, Segment.Metacarpal, root + new Vector3(-4, 4, 3), root + direction * 30 + pad * 4, 12.5f, 11.5f, Vector3.UnitZ));

        // The web between thumb and index finger.
        var index = Vector3.Lerp(Wide(Proportions.Carpals[0], build), Wide(Proportions.Knuckles[0], build), 0.62f);
        bones.Add(new Bone(Part.Palm, Segment.Metacarpal, root + direction * 32, index, 8.5f, 7, Vector3.UnitZ));

        (direction, pad) = Bend(direction, pad, pose.Base);
        var joint = knuckle + direction * (lengths[1] * build.FingerLength);
        float width = build.FingerWidth;
        bones.Add(new Bone(Part.Thumb, Segment.Proximal, knuckle, joint, radii[1] * width, radii[2] * width, pad, 0.6f));
        (direction, pad) = Bend(direction, pad, pose.Tip);
        var tip = joint + direction * (lengths[2] * build.FingerLength - radii[3] * width);
        bones.Add(new Bone(Part.Thumb, Segment.Distal, joint, tip, radii[2] * width, radii[3] * width, pad, 1.2f));
    }

    static void AddFinger(List<Bone> bones, int finger, FingerPose pose, HandBuild build)
    {
        float closed = Math.Clamp((pose.Base + pose.Middle) / 190, 0, 1);
        var (sin, cos) = MathF.SinCos(float.DegreesToRadians(pose.Spread + Converge[finger] * closed));
        var direction = new Vector3(sin, cos, 0);
        var pad = Vector3.UnitZ;
        var joint = Wide(Proportions.Knuckles[finger], build);
        var lengths = Proportions.FingerLengths[finger];
        var radii = Proportions.FingerRadii[finger];
        ReadOnlySpan<float> bends = [pose.Base, pose.Middle, pose.Tip];
        for (int i = 0; i < 3; i++)
        {
            (direction, pad) = Bend(direction, pad, bends[i]);
            float soft = i == 2 ? radii[3] * build.FingerWidth : 0; // the round end of the tip is part of its length
            var next = joint + direction * (lengths[i] * build.FingerLength - soft);
            bones.Add(new Bone(
                (Part)((int)Part.Index + finger), (Segment)((int)Segment.Proximal + i), joint, next,
                radii[i] * build.FingerWidth, radii[i + 1] * build.FingerWidth, pad, 0.4f));
            joint = next;
        }
    }

    static (Vector3 Direction, Vector3 Pad) Bend(Vector3 direction, Vector3 pad, float degrees)
    {
        var (sin, cos) = MathF.SinCos(float.DegreesToRadians(degrees));
        return (direction * cos + pad * sin, pad * cos - direction * sin);
    }

    static Vector3 Wide(Vector3 point, HandBuild build) => point with { X = point.X * build.PalmWidth };
}
