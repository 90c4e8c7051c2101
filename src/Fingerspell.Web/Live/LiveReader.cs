using System.Diagnostics;
using Fingerspell.Imaging;
using Fingerspell.Web.Observing;
using Fingerspell.Web.Recognizing;

namespace Fingerspell.Web.Live;

/// <summary>Reads the frames of one session and spells with them.</summary>
sealed class LiveReader(StreamRecognizer recognizer, LiveText text, PictureGate gate, ServiceMetrics metrics)
{
    const int CandidatesShown = 5;

    /// <summary>Whether frames are mirrored before they are read; boxes are told as in the frame that was sent.</summary>
    public bool OtherHand { get; set; }

    /// <summary>Whether readings show what the model was given.</summary>
    public bool ShowsCrop { get; set; }

    /// <exception cref="FingerspellException">The bytes are no picture, or one that is not taken.</exception>
    public ReadingMessage Read(NewestFrame.Sent sent)
    {
        if (gate.Check(sent.Picture) is { } refused)
            throw new FingerspellException($"frame {sent.Number}: {refused.Reason}");
        long began = Stopwatch.GetTimestamp();
        using var frame = Frame.Decode(sent.Picture, $"frame {sent.Number}");
        bool isMirrored = OtherHand;
        using var mirrored = isMirrored ? frame.Mirror() : null;
        var reading = recognizer.Read(mirrored ?? frame);
        metrics.Read(Stopwatch.GetElapsedTime(began));
        var box = isMirrored ? reading.Box?.Mirror(frame.Width) : reading.Box;
        var holding = text.Add(sent.Time, reading);
        return new ReadingMessage(
            sent.Number, reading.Letter, Candidate.Round(reading.Confidence), box, Candidate.Of(reading, CandidatesShown),
            holding, ShowsCrop ? CropAddress.Of(reading.Crop) : null);
    }
}
