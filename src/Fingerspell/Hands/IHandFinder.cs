using Fingerspell.Imaging;

namespace Fingerspell.Hands;

/// <summary>Says where in a frame the signing hand is.</summary>
public interface IHandFinder
{
    /// <summary>The box around the hand, within the frame, or null where there is none.</summary>
    /// <exception cref="FingerspellException">The frame cannot be searched.</exception>
    Box? Find(Frame frame);
}
