namespace Fingerspell.Showing;

/// <summary>The bones of a ray of the hand, from the wrist to the tip.</summary>
enum Segment : byte
{
    Metacarpal,
    Proximal,
    Middle,
    Distal,
}
