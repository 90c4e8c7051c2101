using Fingerspell.Imaging;

namespace Fingerspell.Training.Tasks;

/// <summary>A square window of a scene, perhaps turned and mirrored; in fractions of the scene's side.</summary>
/// <param name="Scene">Which scene.</param>
/// <param name="X">Its centre, from the left.</param>
/// <param name="Y">Its centre, from the top.</param>
/// <param name="Side">Its side.</param>
/// <param name="Angle">By how much it is turned, in radians.</param>
/// <param name="Mirror">−1 where left and right are exchanged, or 1.</param>
readonly record struct SceneWindow(int Scene, double X, double Y, double Side, double Angle = 0, int Mirror = 1)
{
    const double MostTurn = 15 * Math.PI / 180, LargestInHands = 12, MostTries = 30, MostRoom = 0.3, MostShift = 0.05, MostOutside = 0.1, LargestSide = 1.4, LeastSide = 0.25;

    /// <summary>A window that shows nothing: black.</summary>
    public static SceneWindow Nowhere { get; } = new(0, -2, -2, 0.1);

    /// <summary>A window by chance in which the hand lies, somewhere, but for a tenth at most, and is 1 to 1/12 as large as the window.</summary>
    /// <param name="scene">Which scene.</param>
    /// <param name="hand">Its hand.</param>
    /// <param name="beyond">Whether the window may be much larger than the scene, since the hand alone is wanted.</param>
    /// <param name="random">The chance.</param>
    public static SceneWindow With(int scene, RelativeBox hand, bool beyond, Random random)
    {
        double angle = (2 * random.NextDouble() - 1) * MostTurn;
        int mirror = random.Next(2) == 0 ? -1 : 1;
        double longer = Math.Max(hand.Right - hand.Left, hand.Bottom - hand.Top);
        double largest = beyond ? LargestInHands : Math.Clamp(LargestSide / longer, 1, LargestInHands);
        double side = longer * Math.Exp(random.NextDouble() * Math.Log(largest));
        var about = new SceneWindow(scene, (hand.Left + hand.Right) / 2, (hand.Top + hand.Bottom) / 2, side, angle, mirror);
        var centred = about.Of(hand);
        double right = (2 * random.NextDouble() - 1) * Math.Max(0, centred.Left + MostOutside * (centred.Right - centred.Left));
        double down = (2 * random.NextDouble() - 1) * Math.Max(0, centred.Top + MostOutside * (centred.Bottom - centred.Top));
        var (x, y) = about.ToScene(right, down);
        return about with { X = x, Y = y };
    }

    /// <summary>A window in which something of the scene is as large as wanted and lies where wanted.</summary>
    /// <param name="scene">Which scene.</param>
    /// <param name="thing">The thing's box there.</param>
    /// <param name="x">Where its middle is to lie, from the window's left.</param>
    /// <param name="y">From its top.</param>
    /// <param name="longer">How long its longer side is to be, in window sides.</param>
    /// <param name="random">Turns the window a little, and mirrors it or not.</param>
    public static SceneWindow Placing(int scene, RelativeBox thing, double x, double y, double longer, Random random)
    {
        double side = Math.Max(thing.Right - thing.Left, thing.Bottom - thing.Top) / longer;
        var about = new SceneWindow(scene, (thing.Left + thing.Right) / 2, (thing.Top + thing.Bottom) / 2, side,
            (2 * random.NextDouble() - 1) * MostTurn, random.Next(2) == 0 ? -1 : 1);
        var (sceneX, sceneY) = about.ToScene(0.5 - x, 0.5 - y);
        return about with { X = sceneX, Y = sceneY };
    }

    /// <summary>About the whole scene, as a first look has it.</summary>
    public static SceneWindow Whole(int scene, Random random) => new(
        scene, 0.5 + MostShift * (2 * random.NextDouble() - 1), 0.5 + MostShift * (2 * random.NextDouble() - 1),
        Math.Exp(MostRoom * random.NextDouble()), 0, random.Next(2) == 0 ? -1 : 1);

    /// <summary>A window by chance of a scene by chance, whatever it holds.</summary>
    public static SceneWindow Anywhere(HandScenes scenes, Random random)
    {
        double side = LogUniform(LeastSide, LargestSide, random), room = Math.Max(0, 1 - side) / 2 + MostShift;
        return new(scenes.AnyRoom(random), 0.5 + room * (2 * random.NextDouble() - 1), 0.5 + room * (2 * random.NextDouble() - 1), side,
            (2 * random.NextDouble() - 1) * MostTurn, random.Next(2) == 0 ? -1 : 1);
    }

    /// <summary>A window by chance, in a scene by chance, that holds no part of its hand, nor of what is close to it.</summary>
    public static SceneWindow Without(HandScenes scenes, Random random)
    {
        for (int tries = 0; tries < MostTries; tries++)
        {
            int scene = scenes.AnyRoom(random);
            var hand = HandErasing.GapOf(scenes.Hands[scene]);
            var window = new SceneWindow(scene, random.NextDouble(), random.NextDouble(), 0.12 * Math.Exp(random.NextDouble() * Math.Log(9)),
                (2 * random.NextDouble() - 1) * MostTurn, random.Next(2) == 0 ? -1 : 1);
            double reach = window.Side / 2 * (Math.Cos(MostTurn) + Math.Sin(MostTurn));
            if (window.X + reach < hand.Left || window.X - reach > hand.Right || window.Y + reach < hand.Top || window.Y - reach > hand.Bottom)
                return window;
        }
        return Nowhere;
    }

    /// <summary>A number by chance, its logarithm evenly spread.</summary>
    public static double LogUniform(double least, double most, Random random) => least * Math.Exp(random.NextDouble() * Math.Log(most / least));

    /// <summary>From −1…1 of the window to −1…1 of the scene, as <c>affine_grid</c> takes it: two rows of three.</summary>
    public float[] Map()
    {
        double sine = Side * Math.Sin(Angle), cosine = Side * Math.Cos(Angle);
        return [(float)(cosine * Mirror), (float)-sine, (float)(2 * X - 1), (float)(sine * Mirror), (float)cosine, (float)(2 * Y - 1)];
    }

    /// <summary>A box of the scene in fractions of this window; in one that is turned, that of the ellipse in the box.</summary>
    public RelativeBox Of(RelativeBox box)
    {
        double sine = Math.Sin(Angle), cosine = Math.Cos(Angle);
        double right = (box.Left + box.Right) / 2 - X, down = (box.Top + box.Bottom) / 2 - Y;
        double x = 0.5 + Mirror * (right * cosine + down * sine) / Side, y = 0.5 + (down * cosine - right * sine) / Side;
        double width = (box.Right - box.Left) / 2 / Side, height = (box.Bottom - box.Top) / 2 / Side;
        double halfWidth = Math.Sqrt(Square(width * cosine) + Square(height * sine)), halfHeight = Math.Sqrt(Square(width * sine) + Square(height * cosine));
        return new RelativeBox(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
    }

    /// <summary>The place in the scene that lies so many window sides right of and below the window's centre.</summary>
    (double X, double Y) ToScene(double right, double down)
    {
        double sine = Math.Sin(Angle), cosine = Math.Cos(Angle);
        return (X + Side * (Mirror * right * cosine - down * sine), Y + Side * (Mirror * right * sine + down * cosine));
    }

    static double Square(double number) => number * number;
}
