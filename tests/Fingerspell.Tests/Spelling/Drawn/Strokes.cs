using Fingerspell.Imaging;
using Fingerspell.Showing;

namespace Fingerspell.Tests.Spelling.Drawn;

/// <summary>Readings of a hand that moves, put together part by part.</summary>
sealed class Strokes(int rate = 15, bool mirrored = false)
{
    /// <summary>The side of the hand's box where it is not given by the hand drawn, in pixels.</summary>
    const double Size = 120;

    readonly List<(TimeSpan Time, Reading Reading)> readings = [];
    double x, y, time;

    public IReadOnlyList<(TimeSpan Time, Reading Reading)> Readings => readings;

    /// <summary>What a speller makes of it.</summary>
    public string Text
    {
        get
        {
            var speller = new Fingerspell.Spelling.Speller();
            foreach (var (at, reading) in readings)
                speller.Add(at, reading);
            return speller.Text;
        }
    }

    /// <summary>A letter is held where the hand is.</summary>
    public Strokes Hold(char letter, double seconds = 1, double sureness = 0.95) =>
        During(seconds, _ => Add(letter, sureness, BoxAt(x, y)));

    /// <summary>No hand.</summary>
    public Strokes Away(double seconds) => During(seconds, _ => readings.Add((TimeSpan.FromSeconds(time), Reading.NoHand)));

    /// <summary>The hand goes straight to a place, in its sizes from where it began, slow at both ends.</summary>
    public Strokes To(double right, double down, double seconds, char letter = 'D', double sureness = 0.6)
    {
        var (fromX, fromY) = (x, y);
        During(seconds, share =>
        {
            double way = share * share * (3 - 2 * share);
            (x, y) = (fromX + way * (right - fromX), fromY + way * (down - fromY));
            Add(letter, sureness, BoxAt(x, y));
        });
        (x, y) = (right, down);
        return this;
    }

    /// <summary>A Z from where the hand is, of one width and height in its sizes.</summary>
    public Strokes Z(double seconds = 1.2, double width = 0.8, double height = 0.8, double slant = 0)
    {
        double left = x, top = y;
        // Turned by the slant about its beginning.
        var (sin, cos) = Math.SinCos(slant);
        foreach (var (right, down, share) in new[] { (-width, 0, 0.3), (0, height, 0.4), (-width, height, 0.3) })
            To(left + cos * right - sin * down, top + sin * right + cos * down, share * seconds);
        return this;
    }

    /// <summary>The J of the drawn hand.</summary>
    public Strokes J(double seconds = 1.2) => During(seconds, share => DrawnHand((float)share));

    /// <summary>The hand of a J is held before it is drawn.</summary>
    public Strokes HoldI(double seconds) => During(seconds, _ => DrawnHand(0));

    /// <summary>The hand of a J is held after it was drawn.</summary>
    public Strokes RestOfJ(double seconds) => During(seconds, _ => DrawnHand(1));

    void DrawnHand(float share)
    {
        var (least, most) = HandExtent.Of(LetterMotion.At('J', share), new HandLook(), arm: 30);
        var box = new Box((int)(1000 + least.X), (int)(1000 - most.Y), (int)(most.X - least.X), (int)(most.Y - least.Y));
        double little = Math.Clamp(1.4 - 2.5 * share, 0, 0.9);
        Add(little > 0.4 ? 'I' : 'Y', Math.Max(little, 0.45), box);
    }

    Strokes During(double seconds, Action<double> show)
    {
        int count = Math.Max(1, (int)Math.Round(seconds * rate));
        for (int i = 1; i <= count; i++)
        {
            time += 1.0 / rate;
            show((double)i / count);
        }
        return this;
    }

    static Box BoxAt(double right, double down) =>
        new((int)(1000 + Size * (right - 0.35)), (int)(1000 + Size * (down - 0.5)), (int)(0.7 * Size), (int)Size);

    void Add(char letter, double sureness, Box box) => readings.Add((
        TimeSpan.FromSeconds(time), Tests.Spelling.Readings.Of(letter, sureness, mirrored ? box.Mirror(2000) : box)));
}
