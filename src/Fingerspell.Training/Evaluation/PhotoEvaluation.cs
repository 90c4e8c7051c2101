using Fingerspell.Imaging;
using Fingerspell.Training.Data;

namespace Fingerspell.Training.Evaluation;

/// <summary>Reads photographs whose letters are known.</summary>
public static class PhotoEvaluation
{
    /// <summary>What the recogniser makes of each photograph.</summary>
    /// <param name="recognizer">The recogniser.</param>
    /// <param name="photos">The photographs.</param>
    /// <param name="boxes">Where the hands are, by the photographs' names; null lets the recogniser find them.</param>
    /// <param name="unreadable">Told of each photograph that cannot be read; it is left out.</param>
    /// <param name="progress">Told the photographs done so far.</param>
    /// <param name="stop">Stops between photographs.</param>
    /// <exception cref="FingerspellException">A photograph has no box, or one that disagrees about its letter.</exception>
    public static IReadOnlyList<Outcome> Read(
        Recognizer recognizer,
        IReadOnlyList<LabeledPhoto> photos,
        IReadOnlyDictionary<string, HandBox>? boxes,
        Action<LabeledPhoto, FingerspellException> unreadable,
        Action<long>? progress = null,
        CancellationToken stop = default)
    {
        if (boxes is not null)
            RequireBoxes(photos, boxes);
        var outcomes = new List<Outcome>(photos.Count);
        for (int i = 0; i < photos.Count; i++)
        {
            stop.ThrowIfCancellationRequested();
            var box = boxes?[photos[i].Name];
            try
            {
                using var frame = Frame.Load(photos[i].Path);
                var reading = box is null ? recognizer.Read(frame) : recognizer.Read(frame, box.Box);
                byte? read = reading.Letter is { } letter ? (byte)Alphabet.LabelOf(letter) : null;
                outcomes.Add(new(photos[i].Label, read, box?.Signer));
            }
            catch (FingerspellException e)
            {
                unreadable(photos[i], e);
            }
            progress?.Invoke(i + 1);
        }
        return outcomes;
    }

    static void RequireBoxes(IReadOnlyList<LabeledPhoto> photos, IReadOnlyDictionary<string, HandBox> boxes)
    {
        foreach (var photo in photos)
        {
            char letter = Alphabet.LetterOf(photo.Label);
            if (!boxes.TryGetValue(photo.Name, out var box))
                throw new FingerspellException($"{photo.Name} has no box; add a line for it to the box file, or leave --boxes away");
            if (box.Letter != letter)
                throw new FingerspellException($"{photo.Name} is in the folder of {letter}, but its box says {box.Letter}; mend one of them");
        }
    }
}
