using Fingerspell.Imaging;

namespace Fingerspell.Hands;

/// <summary>For pictures that are the crop already: the hand is the whole frame.</summary>
public sealed class WholeFrame : IHandFinder
{
    /// <summary>True: the frame is what the letter model is given.</summary>
    public bool GivesCrops => true;

    /// <summary>The frame's bounds.</summary>
    public IReadOnlyList<HandPlace> Places(Frame frame) => [new(frame.Bounds, 1)];
}
