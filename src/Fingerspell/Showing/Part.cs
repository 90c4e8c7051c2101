namespace Fingerspell.Showing;

/// <summary>The parts of a hand that are told apart where they meet.</summary>
enum Part : byte
{
    Palm,
    Thumb,
    Index,
    Middle,
    Ring,
    Little,
}
