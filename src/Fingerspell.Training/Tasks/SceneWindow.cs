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
    const double MostTurn = 15 * Math.PI / 180, LargestInHands = 12, MostTries = 30, MostRoom = 0.3, MostShift = 0.05;

    /// <summary>A window that shows nothing: black.</summary>
    public static SceneWindow Nowhere { get; } = new(0, -2, -2, 0.1);

    /// <summary>A window by chance in which the whole hand lies, somewhere, and is 1 to 1/12 as large as the window.</summary>
    public static SceneWindow With(int scene, RelativeBox hand, Random random)
    {
        double angle = (2 * random.NextDouble() - 1) * MostTurn;
        int mirror = random.Next(2) == 0 ? -1 : 1;
        double longer = Math.Max(hand.Right - hand.Left, hand.Bottom - hand.Top);
        double side = longer * Math.Exp(random.NextDouble() * Math.Log(LargestInHands));
        var about = new SceneWindow(scene, (hand.Left + hand.Right) / 2, (hand.Top + hand.Bottom) / 2, side, angle, mirror);
        var centred = about.Of(hand);
        // As far from the middle as the hand stays within the window.
        double right = (2 * random.NextDouble() - 1) * Math.Max(0, centred.Left), down = (2 * random.NextDouble() - 1) * Math.Max(0, centred.Top);
        var (x, y) = about.ToScene(right, down);
        return about with { X = x, Y = y };
    }

    /// <summary>About the whole scene, as a first look has it.</summary>
    public static SceneWindow Whole(int scene, Random random) => new(
        scene, 0.5 + MostShift * (2 * random.NextDouble() - 1), 0.5 + MostShift * (2 * random.NextDouble() - 1),
        Math.Exp(MostRoom * random.NextDouble()), 0, random.Next(2) == 0 ? -1 : 1);

    /// <summary>A window by chance, in a scene by chance, that holds no part of its hand.</summary>
    public static SceneWindow Without(HandScenes scenes, Random random)
    {
        for (int tries = 0; tries < MostTries; tries++)
        {
            int scene = scenes.Any(random);
            var hand = scenes.Hands[scene];
            var window = new SceneWindow(scene, random.NextDouble(), random.NextDouble(), 0.12 * Math.Exp(random.NextDouble() * Math.Log(9)),
                (2 * random.NextDouble() - 1) * MostTurn, random.Next(2) == 0 ? -1 : 1);
            double reach = window.Side / 2 * (Math.Cos(MostTurn) + Math.Sin(MostTurn));
            if (window.X + reach < hand.Left || window.X - reach > hand.Right || window.Y + reach < hand.Top || window.Y - reach > hand.Bottom)
                return window;
        }
        return Nowhere;
    }

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
