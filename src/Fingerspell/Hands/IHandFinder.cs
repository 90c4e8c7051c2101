using Fingerspell.Imaging;

namespace Fingerspell.Hands;

/// <summary>Says where in a frame the signing hand is.</summary>
public interface IHandFinder
{
    /// <summary>
    /// Whether its boxes are the whole crop and not just the hand, so that the letter model's margin is not added to them.
    /// </summary>
    bool GivesCrops => false;

    /// <summary>
    /// The places that may be the hand, none where there is no hand: the one that is followed first, then the likeliest. A face may
    /// be taken for a hand, and only what shows a letter is one that signs.
    /// </summary>
    /// <exception cref="FingerspellException">The frame cannot be searched.</exception>
    IReadOnlyList<HandPlace> Places(Frame frame);

    /// <summary>Tells a finder that remembers where the hand was, which of <see cref="Places"/> is followed.</summary>
    /// <param name="box">The box, or null where there was none.</param>
    /// <param name="showsLetter">Whether a letter was read there.</param>
    void Follow(Box? box, bool showsLetter)
    {
    }

    /// <summary>A finder for the frames of one stream, which may remember where the hand was; itself where it does not.</summary>
    IHandFinder ForStream() => this;
}
