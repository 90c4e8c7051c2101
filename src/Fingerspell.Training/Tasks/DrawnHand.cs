using Fingerspell.Imaging;
using Fingerspell.Showing;

namespace Fingerspell.Training.Tasks;

/// <summary>A hand that is drawn and not photographed, of any build, skin and light.</summary>
/// <param name="Picture">The hand over a middling grey, so that an edge is neither light nor dark; disposed with it.</param>
/// <param name="Shape">White where hand and forearm are, black elsewhere; disposed with it.</param>
/// <param name="Box">Where the hand is, without the forearm; may reach beyond the picture.</param>
sealed record DrawnHand(Frame Picture, Frame Shape, Box Box) : IDisposable
{
    const int Spread = -1640531527;     // 2³² over the golden ratio: neighbouring seeds give like numbers

    /// <summary>The hand of a number; the same hand for the same number.</summary>
    /// <param name="number">0 or more.</param>
    /// <param name="pose">How it is held, by chance.</param>
    /// <param name="side">The picture's side in pixels.</param>
    /// <param name="span">How many mm that is; null for as many as hold every letter.</param>
    public static DrawnHand Of(int number, Func<Random, Pose> pose, int side, float? span = null)
    {
        var random = new Random(unchecked(number * Spread));
        var held = pose(random);
        var look = HandVariation.Look(random);
        look = look with { Span = span ?? look.Span };
        var drawing = HandDrawing.Render(held, look, side);
        return new(drawing.ToFrame(new Rgb(128, 128, 128)), drawing.Shape(), HandDrawing.BoxOf(held, look, side));
    }

    public void Dispose()
    {
        Picture.Dispose();
        Shape.Dispose();
    }
}
