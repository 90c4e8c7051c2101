using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Letters;
using Fingerspell.Training.Data.Photos;
using Fingerspell.Training.Evaluation;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>Reads whole photographs that are held back, as they are and with the hand taken out, the way that the program reads.</summary>
static class HeldWholes
{
    // Of pictures without their hand; as large as the hand finder's scenes, and a power of two times what erasing goes down to.
    const int Side = 320;

    /// <summary>Reads photographs with a hand finder and a letter model that have not seen their signers.</summary>
    /// <param name="photos">The photographs.</param>
    /// <param name="handsFile">The hand model.</param>
    /// <param name="lettersFile">A letter model of temperature 1 without odds of a sign.</param>
    /// <param name="stop">Stops it.</param>
    public static WholePictures Read(IReadOnlyList<TrainingPhoto> photos, string handsFile, string lettersFile, CancellationToken stop)
    {
        using var recognizer = new Recognizer(new HandFinder(HandModel.Load(handsFile, threads: 1)), LetterModel.Load(lettersFile, threads: 1));
        WholePicture[] signing = new WholePicture[photos.Count], handless = new WholePicture[photos.Count];
        OnAllCores.Do(photos.Count, i =>
        {
            using var frame = Frame.Load(photos[i].Path);
            signing[i] = WholePicture.Of(photos[i].Label, recognizer.Read(frame));
            using var without = WithoutHand(frame, photos[i].Box);
            handless[i] = WholePicture.Of(null, recognizer.Read(without));
        }, stop);
        return new(signing, handless);
    }

    /// <summary>The frame, made square with black, without its hand; see <see cref="HandErasing"/>.</summary>
    internal static Frame WithoutHand(Frame frame, Box hand)
    {
        using var scope = NewDisposeScope();
        var window = Window.Around(frame.Bounds);
        var scene = tensor(window.Cut(frame, Side), [1, 3, Side, Side], ScalarType.Byte);
        using var erased = HandErasing.Erase(scene, [window.FromFrame(hand)]);
        // Red, green, blue, channel by channel, to blue, green, red of each pixel.
        return Frame.FromBgr(Side, Side, erased[0].flip(0).permute(1, 2, 0).contiguous().data<byte>().ToArray());
    }
}
