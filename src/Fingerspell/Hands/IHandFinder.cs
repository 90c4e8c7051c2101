using Fingerspell.Imaging;

namespace Fingerspell.Hands;

/// <summary>Says where in a frame the signing hand is.</summary>
public interface IHandFinder
{
    /// <summary>
    /// Whether its boxes are the whole crop and not just the hand, so that the letter model's margin is not added to them.
    /// </summary>
    bool GivesCrops => false;

    /// <summary>The box around the hand, within the frame, or null where there is none.</summary>
    /// <exception cref="FingerspellException">The frame cannot be searched.</exception>
    Box? Find(Frame frame);

    /// <summary>A finder for the frames of one stream, which may remember where the hand was; itself where it does not.</summary>
    IHandFinder ForStream() => this;
}
