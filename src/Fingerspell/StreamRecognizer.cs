using Fingerspell.Hands;
using Fingerspell.Imaging;

namespace Fingerspell;

/// <summary>
/// Reads the frames of one video or camera in their order, and follows the hand from frame to frame. It uses its
/// recogniser's models and holds nothing to dispose. For one thread at a time.
/// </summary>
public sealed class StreamRecognizer
{
    readonly Recognizer recognizer;
    readonly IHandFinder hands;

    internal StreamRecognizer(Recognizer recognizer, IHandFinder hands)
    {
        this.recognizer = recognizer;
        this.hands = hands;
    }

    /// <summary>Reads the next frame.</summary>
    /// <exception cref="FingerspellException">As for <see cref="Recognizer.Read(Frame)"/>.</exception>
    public Reading Read(Frame frame) => recognizer.Read(frame, hands);
}
