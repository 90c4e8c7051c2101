using Fingerspell.Imaging;
using Fingerspell.Showing;

namespace Fingerspell.Training.Tasks;

/// <summary>A hand that is drawn and not photographed, of any build, skin and light.</summary>
/// <param name="Letter">The letter that it shows.</param>
/// <param name="Picture">The hand over a middling grey, so that an edge is neither light nor dark; disposed with it.</param>
/// <param name="Shape">White where hand and forearm are, black elsewhere; disposed with it.</param>
/// <param name="Box">Where the hand is, without the forearm; may reach beyond the picture.</param>
sealed record DrawnHand(char Letter, Frame Picture, Frame Shape, Box Box) : IDisposable
{
    /// <summary>The hand of a number: every letter in turn, and the same hand for the same number.</summary>
    /// <param name="number">0 or more.</param>
    /// <param name="sign">How someone holds a letter, by chance.</param>
    /// <param name="side">The picture's side in pixels.</param>
    /// <param name="span">How many mm that is.</param>
    public static DrawnHand Of(int number, Func<char, Random, Pose> sign, int side, float span)
    {
        var random = new Random(DrawnScene.Seed(number));
        char letter = Alphabet.StaticLetters[number % Alphabet.StaticLetters.Length];
        var pose = sign(letter, random);
        var look = HandVariation.Look(random) with { Span = span };
        var drawing = HandDrawing.Render(pose, look, side);
        return new(letter, drawing.ToFrame(new Rgb(DrawnScene.Grey, DrawnScene.Grey, DrawnScene.Grey)), drawing.Shape(), HandDrawing.BoxOf(pose, look, side));
    }

    public void Dispose()
    {
        Picture.Dispose();
        Shape.Dispose();
    }
}
