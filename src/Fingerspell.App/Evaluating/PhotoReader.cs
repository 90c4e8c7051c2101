using System.CommandLine;
using Fingerspell.Training.Evaluation.Photos;

namespace Fingerspell.App.Evaluating;

/// <summary>Reads sets of photographs, and tells once of those that cannot be read, which are left out.</summary>
sealed class PhotoReader(Recognizer recognizer, InvocationConfiguration console, CancellationToken stop)
{
    readonly HashSet<string> told = [];

    /// <summary>Whether there was a photograph that could not be read.</summary>
    public bool HasFailed { get; private set; }

    public IReadOnlyList<PhotoReading> Read(string what, IReadOnlyList<TestPhoto> photos, bool boxesGiven) =>
        Terminal.Progress($"reading {what}", photos.Count, done => PhotoEvaluation.Read(recognizer, photos, boxesGiven, (photo, error) =>
        {
            // One whose box is known is read once more with that.
            if (told.Add(photo.Path))
                Terminal.WriteLine($"fingerspell: {error.Message}", console.Error);
            HasFailed = true;
        }, done, stop));
}
