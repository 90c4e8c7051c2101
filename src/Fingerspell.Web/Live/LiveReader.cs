using Fingerspell.Imaging;
using Fingerspell.Web.Recognizing;

namespace Fingerspell.Web.Live;

/// <summary>Reads the frames of one session and spells with them.</summary>
sealed class LiveReader(StreamRecognizer recognizer, LiveText text)
{
    const int CandidatesShown = 5;

    /// <summary>Whether frames are mirrored before they are read; boxes are told as in the frame that was sent.</summary>
    public bool OtherHand { get; set; }

    /// <summary>Whether readings show what the model was given.</summary>
    public bool ShowsCrop { get; set; }

    /// <exception cref="FingerspellException">The bytes are no picture.</exception>
    public ReadingMessage Read(NewestFrame.Sent sent)
    {
        using var frame = Frame.Decode(sent.Picture, $"frame {sent.Number}");
        bool isMirrored = OtherHand;
        using var mirrored = isMirrored ? frame.Mirror() : null;
        var reading = recognizer.Read(mirrored ?? frame);
        var box = isMirrored ? reading.Box?.Mirror(frame.Width) : reading.Box;
        var (now, holding) = text.Add(sent.Time, reading);
        return new ReadingMessage(
            sent.Number, reading.Letter, Candidate.Round(reading.Confidence), box, Candidate.Of(reading, CandidatesShown),
            holding, now.Text, now.Suggestions, ShowsCrop && reading.Crop is { } crop ? AsAddress(crop) : null);
    }

    static string AsAddress(GrayCrop crop) => "data:image/png;base64," + Convert.ToBase64String(crop.ToPng());
}
