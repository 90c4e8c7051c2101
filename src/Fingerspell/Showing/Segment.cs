namespace Fingerspell.Showing;

/// <summary>The bones of the arm and of a ray of the hand, from the elbow to the tip.</summary>
enum Segment : byte
{
    Forearm,
    Metacarpal,
    Proximal,
    Middle,
    Distal,
}
