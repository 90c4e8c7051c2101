namespace Fingerspell.Training.Motion;

/// <summary>Readings of a hand that was acted, for reading J and Z to be adjusted to and measured on.</summary>
/// <param name="Drawn">J or Z, or null where neither was drawn.</param>
/// <param name="Ended">When the drawing was over.</param>
/// <param name="Seconds">How long all of it is.</param>
/// <param name="Readings">The readings, with their times.</param>
public sealed record ActedMotion(char? Drawn, TimeSpan Ended, double Seconds, IReadOnlyList<(TimeSpan Time, Reading Reading)> Readings)
{
    /// <summary>A J or Z: its hand comes into the picture, or has shown another letter before, and rests afterwards.</summary>
    /// <param name="letter">J or Z.</param>
    /// <param name="seed">Where the random numbers start.</param>
    public static ActedMotion Drawing(char letter, int seed)
    {
        var random = new Random(seed);
        var act = new Act(random);
        act.Away(0.3);
        if (random.Next(2) == 0)
            act.Hold(Any(act), act.Chance(0.3, 1));
        double end = letter == 'J' ? act.DrawJ() : act.DrawZ();
        act.Rest(act.Chance(0.3, 0.9));
        return new(letter, TimeSpan.FromSeconds(end), act.Seconds, ActedReadings.Of(act, random));
    }

    /// <summary>About half a minute of all that hands do but J and Z: spelling, waving, wandering, coming and going, and being misfound.</summary>
    /// <param name="seed">Where the random numbers start.</param>
    public static ActedMotion WithoutDrawing(int seed)
    {
        var random = new Random(seed);
        var act = new Act(random);
        while (act.Seconds < 30)
        {
            switch (random.Next(11))
            {
                case 0: act.Away(act.Chance(0.3, 1.5)); break;
                case 1: act.Wave(act.OneOf('B', 'D', 'I', 'A', Any(act)), random.Next(1, 5)); break;
                case 2: act.Wander(act.OneOf('D', 'I', Any(act)), random.Next(1, 4)); break;
                case 3: act.Circle(act.OneOf('D', 'B', Any(act))); break;
                case 4:
                    act.Hold(Any(act), act.Chance(0.4, 1));
                    act.Again(act.Chance(0.4, 1));
                    break;
                case 5: act.Hold(act.OneOf('I', 'D'), act.Chance(0.3, 1.5)); break;
                case 6: act.Jump(random.Next(2, 8)); break;
                default: act.Hold(Any(act), act.Chance(0.3, 1.2)); break;
            }
        }
        return new(null, TimeSpan.Zero, act.Seconds, ActedReadings.Of(act, random));
    }

    static char Any(Act act) => act.OneOf([.. Alphabet.StaticLetters]);
}
