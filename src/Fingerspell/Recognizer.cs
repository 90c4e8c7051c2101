using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Letters;

namespace Fingerspell;

/// <summary>
/// The reading road: frame → hand box → crop → letter or none. It keeps nothing between frames, so any number of threads
/// may read with one recogniser at once where its hand finder allows it; those of this library do, but for
/// <see cref="HandTracker"/>. For the frames of a video or camera, <see cref="ForStream"/> is steadier and faster.
/// </summary>
/// <param name="hands">Finds the hand; the recogniser owns it, and disposes it where it holds anything.</param>
/// <param name="letters">Names the letter; the recogniser owns it and disposes it.</param>
/// <param name="threshold">The confidence, 0–1, below which no letter is named; null takes the model's own.</param>
public sealed class Recognizer(IHandFinder hands, LetterModel letters, double? threshold = null) : IDisposable
{
    readonly CropMaker aroundHands = new(letters.Size, letters.Metadata.Margin);
    readonly CropMaker asFound = new(letters.Size, hands.GivesCrops ? 1 : letters.Metadata.Margin);
    readonly double threshold = threshold is { } given ? Probability.Require(given, nameof(threshold)) : letters.Metadata.Threshold;

    /// <summary>Names the letters; the recogniser owns it.</summary>
    public LetterModel Letters => letters;

    /// <summary>The recogniser that is shipped with the program: finds the hand anywhere in the frame and names its letter.</summary>
    /// <param name="threads">Threads for each reading; 0 leaves it to ONNX Runtime, which takes one a core.</param>
    /// <exception cref="FingerspellException">A file is missing from <c>models</c> beside the program, or damaged.</exception>
    public static Recognizer LoadShipped(int threads = 1) =>
        Load(() => new HandFinder(HandModel.LoadShipped(threads)), () => LetterModel.LoadShipped(threads));

    /// <summary>A recogniser whose parts are loaded side by side, with OpenCV's library beside them: that is most of what a single picture waits for.</summary>
    /// <param name="hands">Loads what finds the hand.</param>
    /// <param name="letters">Loads what names the letter.</param>
    /// <exception cref="FingerspellException">OpenCV's library, or one of the two, does not load; what did is closed again.</exception>
    public static Recognizer Load(Func<IHandFinder> hands, Func<LetterModel> letters)
    {
        var (finder, model) = (Task.Run(hands), Task.Run(letters));
        try
        {
            OpenCv.Require();
            return new Recognizer(finder.GetAwaiter().GetResult(), model.GetAwaiter().GetResult());
        }
        catch
        {
            Task.WhenAll(finder, model).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
            if (finder.IsCompletedSuccessfully)
                (finder.Result as IDisposable)?.Dispose();
            if (model.IsCompletedSuccessfully)
                model.Result.Dispose();
            throw;
        }
    }

    /// <summary>Reads a frame.</summary>
    /// <exception cref="FingerspellException">
    /// The frame does not fit the hand finder, or the square about a hand would have more pixels than pictures may have, or a
    /// network fails or computes what is not a number.
    /// </exception>
    public Reading Read(Frame frame) => Read(frame, hands);

    /// <summary>Reads a frame in which the hand is known to be at <paramref name="box"/>.</summary>
    /// <exception cref="FingerspellException">
    /// The box lies outside of the frame, or is far larger, or its square would have more pixels than pictures may have, or
    /// the letter network fails or computes what is not a number.
    /// </exception>
    public Reading Read(Frame frame, Box box) => Read(aroundHands.Cut(frame, box), new HandPlace(box, 1));

    /// <summary>Reads a picture that is the crop already, such as a row of a dataset.</summary>
    /// <exception cref="FingerspellException">The letter network fails, or computes what is not a number.</exception>
    public Reading Read(GrayCrop crop) => Read(crop, new HandPlace(new Box(0, 0, crop.Size, crop.Size), 1));

    /// <summary>Begins to read the frames of one video or camera; any number of streams may share this recogniser.</summary>
    public StreamRecognizer ForStream() => new(this, hands.ForStream());

    /// <summary>
    /// Reads a frame with a finder in the place of the recogniser's own, of which it was made: of the places that may be the hand
    /// the one whose letter is surest.
    /// </summary>
    internal Reading Read(Frame frame, IHandFinder finder)
    {
        var surest = Reading.NoHand;
        foreach (var place in finder.Places(frame))
        {
            var reading = Read(asFound.Cut(frame, place.Box), place);
            if (surest.Candidates is not [var best, ..] || reading.Candidates[0].Confidence > best.Confidence)
                surest = reading;
        }
        finder.Follow(surest.Box, surest.Letter is not null);
        return surest;
    }

    /// <summary>A letter is shown where a hand signs and the hand shows it; which letter is not asked where none is likely to sign.</summary>
    Reading Read(GrayCrop crop, HandPlace place)
    {
        var fitting = aroundHands.Fit(crop);
        var candidates = letters.Classify(fitting, place.Probability);
        var best = candidates[0];
        bool signs = letters.Metadata.SignOdds is null || candidates.Sum(candidate => (double)candidate.Confidence) >= SignOdds.Even;
        return signs
            ? new(best.Confidence >= threshold ? best.Letter : null, best.Confidence, place.Box, candidates, fitting)
            : new(null, 0, place.Box, candidates, fitting);
    }

    /// <summary>Disposes the letter model, and the hand finder where it holds anything.</summary>
    public void Dispose()
    {
        letters.Dispose();
        (hands as IDisposable)?.Dispose();
    }
}
