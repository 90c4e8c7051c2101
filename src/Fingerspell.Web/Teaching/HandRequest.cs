using Fingerspell.Showing;

namespace Fingerspell.Web.Teaching;

/// <summary>Which drawing is wanted. Sizes and moments go in steps, so that few drawings serve all.</summary>
/// <param name="Letter">A–Z.</param>
/// <param name="Side">Which hand.</param>
/// <param name="SeenBy">Who sees it.</param>
/// <param name="Tone">Its skin.</param>
/// <param name="Size">The side in pixels.</param>
/// <param name="Moment">The moment of a letter that moves, 0–100 % of its motion; 0 of any other.</param>
readonly record struct HandRequest(char Letter, HandSide Side, Viewer SeenBy, SkinTone Tone, int Size, int Moment)
{
    const int UsualSize = 384, SizeStep = 64, LargestSize = 512, MomentStep = 5;

    /// <summary>A request in words, as they stand in the address; null takes what is usual.</summary>
    /// <exception cref="FingerspellException">A word or number is none of those that are taken.</exception>
    public static HandRequest Parse(string letter, string? side, string? view, string? tone, int? size, int? moment)
    {
        char sign = LetterOf(letter);
        return new HandRequest(
            sign,
            side switch
            {
                null or "right" => HandSide.Right,
                "left" => HandSide.Left,
                _ => throw new FingerspellException($"side is {side}; take right or left"),
            },
            view switch
            {
                null or "watcher" => Viewer.Watcher,
                "signer" => Viewer.Signer,
                _ => throw new FingerspellException($"view is {view}; take watcher or signer"),
            },
            tone is null ? SkinTone.Medium : SkinTone.All.FirstOrDefault(known => known.Name == tone)
                ?? throw new FingerspellException($"tone is {tone}; take one of {string.Join(", ", SkinTone.All.Select(known => known.Name))}"),
            Stepped("size", size ?? UsualSize, SizeStep, LargestSize, SizeStep),
            LetterMotion.Moves(sign) ? Stepped("moment", moment ?? 0, 0, 100, MomentStep) : 0);
    }

    /// <summary>The letter that stands in an address.</summary>
    /// <exception cref="FingerspellException">It is none.</exception>
    public static char LetterOf(string text) => text is [var letter] && char.IsAsciiLetter(letter)
        ? char.ToUpperInvariant(letter)
        : throw new FingerspellException($"\"{text}\" is not a letter; take one from A to Z");

    /// <summary>Draws it, as a PNG file without a background, on one core: whoever draws has a turn for one.</summary>
    public byte[] Draw() => HandDrawing
        .Render(LetterMotion.At(Letter, Moment / 100f), new HandLook { Side = Side, SeenBy = SeenBy, Tone = Tone, Samples = 2 }, Size, Size, threads: 1)
        .ToPng();

    static int Stepped(string name, int value, int least, int most, int step) => value >= least && value <= most && value % step == 0
        ? value
        : throw new FingerspellException($"{name} is {value}; take a multiple of {step} from {least} to {most}");
}
