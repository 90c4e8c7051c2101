using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Letters;
using Fingerspell.Training.Data.Photos;
using Fingerspell.Training.Evaluation;
using static TorchSharp.torch;

namespace Fingerspell.Training.Tasks;

/// <summary>
/// Looks at whole photographs that are held back the way that <see cref="Recognizer"/> does: as they are, with the hand taken out, and at what
/// lies beside the hand, where the face is. All places are kept, since which one counts depends on what is to be fitted to them.
/// </summary>
static class HeldWholes
{
    // Of pictures without their hand; as large as the hand finder's scenes.
    const int Side = 320;

    // The least part of a photograph's longer side that is looked at by itself.
    const double LeastSide = 0.2;

    /// <summary>Looks at photographs with a hand finder and a letter model that have not seen their signers.</summary>
    /// <param name="photos">The photographs.</param>
    /// <param name="handsFile">The hand model.</param>
    /// <param name="lettersFile">The letter model; its temperature, odds of a sign and threshold do not count.</param>
    /// <param name="stop">Stops it.</param>
    public static WholePictures Read(IReadOnlyList<TrainingPhoto> photos, string handsFile, string lettersFile, CancellationToken stop)
    {
        using var finder = new HandFinder(HandModel.Load(handsFile, threads: 1));
        using var letters = LetterModel.Load(lettersFile, threads: 1);
        var maker = new CropMaker(letters.Size, letters.Metadata.Margin);
        var signing = new WholePicture[photos.Count];
        var handless = new WholePicture[photos.Count][];
        OnAllCores.Do(photos.Count, i =>
        {
            var (label, hand) = (photos[i].Label, photos[i].Box);
            using var frame = Frame.Load(photos[i].Path);
            signing[i] = new(label, See(frame, hand));
            using var without = WithoutHand(frame, hand);
            handless[i] = [new(null, See(without)), .. BesideHand(frame.Bounds, hand).Select(box =>
            {
                using var beside = frame.Part(box);
                return new WholePicture(null, See(beside));
            })];
        }, stop);
        return new(signing, [.. handless.SelectMany(ofPhoto => ofPhoto)]);

        WholePlace[] See(Frame frame, Box? hand = null) => [.. finder.Places(frame).Select(place => new WholePlace(
            place.Probability, letters.Logits(maker.Cut(frame, place.Box).Pixels), hand?.Overlap(place.Box) ?? 0))];
    }

    /// <summary>What lies left and right of the hand, above and below it, each as far as the frame goes; what is too narrow is left out.</summary>
    internal static IEnumerable<Box> BesideHand(Box frame, Box hand)
    {
        int across = (int)Math.Ceiling((HandErasing.Gap - 1) / 2 * hand.Width), down = (int)Math.Ceiling((HandErasing.Gap - 1) / 2 * hand.Height);
        int left = hand.X - across, right = hand.Right + across, top = hand.Y - down, bottom = hand.Bottom + down;
        Box[] sides =
        [
            new(0, 0, left, frame.Height), new(right, 0, frame.Width - right, frame.Height),
            new(0, 0, frame.Width, top), new(0, bottom, frame.Width, frame.Height - bottom),
        ];
        return sides.Where(side => Math.Min(side.Width, side.Height) >= LeastSide * Math.Max(frame.Width, frame.Height));
    }

    /// <summary>The frame, made square with black, without its hand; see <see cref="HandErasing"/>.</summary>
    internal static Frame WithoutHand(Frame frame, Box hand)
    {
        using var scope = NewDisposeScope();
        var window = Window.Around(frame.Bounds);
        var scene = tensor(window.Cut(frame, Side), [1, 3, Side, Side], ScalarType.Byte);
        using var erased = HandErasing.Erase(scene, [window.FromFrame(hand)], [window.FromFrame(frame.Bounds)]);
        // Red, green, blue, channel by channel, to blue, green, red of each pixel.
        return Frame.FromBgr(Side, Side, erased[0].flip(0).permute(1, 2, 0).contiguous().data<byte>().ToArray());
    }
}
