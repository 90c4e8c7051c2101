using System.Numerics;

namespace Fingerspell.Showing;

/// <summary>
/// The measures of an average hand, in mm. Lengths of the bones and of the soft tips: A. Buryanov and V. Kotiuk, "Proportions
/// of Hand Segments", International Journal of Morphology 28(3), 2010, table of means. Thicknesses: breadths and depths
/// of finger joints and the breadth of the palm as T. M. Greiner, "Hand Anthropometry of U.S. Army Personnel", 1991,
/// reports them, rounded between women and men. Where the knuckles and the thumb's root lie across the palm was placed by eye
/// so that these breadths come out.
/// </summary>
static class Proportions
{
    /// <summary>Bone lengths of a finger beyond its knuckle: proximal, middle, distal with the soft tip.</summary>
    public static readonly float[][] FingerLengths =
    [
        [39.8f, 22.4f, 15.8f + 3.8f],
        [44.6f, 26.3f, 17.4f + 4.0f],
        [41.4f, 25.7f, 17.3f + 4.0f],
        [32.7f, 18.1f, 16.0f + 3.7f],
    ];

    /// <summary>Radii of a finger at knuckle, middle joint, last joint, tip.</summary>
    public static readonly float[][] FingerRadii =
    [
        [10.6f, 9.9f, 8.7f, 7.0f],
        [10.8f, 10.1f, 8.9f, 7.2f],
        [10.4f, 9.6f, 8.5f, 6.9f],
        [9.2f, 8.4f, 7.5f, 6.2f],
    ];

    /// <summary>Where the knuckles are: thumb's side, toward the tips, out of the palm.</summary>
    public static readonly Vector3[] Knuckles = [new(25, 87, 1), new(5, 91, -1), new(-15, 86, 0), new(-32.5f, 76, 3)];

    /// <summary>Where the fingers' metacarpals meet the wrist.</summary>
    public static readonly Vector3[] Carpals = [new(12, 14, 0), new(3, 12, -1), new(-6, 11, -1), new(-14, 12, 1)];

    /// <summary>Where the thumb's metacarpal meets the wrist.</summary>
    public static readonly Vector3 ThumbRoot = new(19, 18, 7);

    /// <summary>Lengths of the thumb's metacarpal, proximal and distal bone, the last with the soft tip.</summary>
    public static readonly float[] ThumbLengths = [46.2f, 31.6f, 21.7f + 3.8f];

    /// <summary>Radii of the thumb at root, knuckle, last joint, tip.</summary>
    public static readonly float[] ThumbRadii = [14f, 11.2f, 9.9f, 7.2f];

    /// <summary>The middle of the palm, about which the hand is turned.</summary>
    public static readonly Vector3 PalmMiddle = new(0, 60, 0);

    /// <summary>The middle of the wrist.</summary>
    public static readonly Vector3 Wrist = new(-1, 2, 0);
}
