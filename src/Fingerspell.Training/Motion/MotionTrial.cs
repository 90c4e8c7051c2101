using Fingerspell.Spelling;

namespace Fingerspell.Training.Motion;

/// <summary>How acted hands are read.</summary>
/// <param name="Drawings">How many J and how many Z were drawn.</param>
/// <param name="Js">How many J were read as the last letter of the text, and not as an I and a J.</param>
/// <param name="Zs">How many Z were, and not as a D and a Z.</param>
/// <param name="Minutes">How long hands acted without a J or Z.</param>
/// <param name="FalseJs">J typed meanwhile.</param>
/// <param name="FalseZs">Z typed meanwhile.</param>
public sealed record MotionTrial(int Drawings, int Js, int Zs, double Minutes, int FalseJs, int FalseZs)
{
    /// <summary>Where the random numbers start that nothing was chosen with.</summary>
    public const int HeldOutSeed = 1_000_000;

    /// <summary>Reads acted hands.</summary>
    /// <param name="drawings">How many of each letter.</param>
    /// <param name="acts">How many half minutes without either.</param>
    /// <param name="seed">Where the random numbers start.</param>
    /// <param name="progress">Told how many are done: pairs of a J and a Z, and then half minutes.</param>
    /// <param name="stop">Stops between acts.</param>
    public static MotionTrial Of(int drawings, int acts, int seed = HeldOutSeed, Action<long>? progress = null, CancellationToken stop = default)
    {
        int js = 0, zs = 0, falseJs = 0, falseZs = 0;
        double minutes = 0;
        for (int i = 0; i < drawings; i++)
        {
            stop.ThrowIfCancellationRequested();
            foreach (char letter in "JZ")
            {
                string text = TextOf(ActedMotion.Drawing(letter, seed + i));
                // The hand before it, if it was held to the end, must not stand there too.
                if (!text.EndsWith(letter) || text.EndsWith(letter == 'J' ? "IJ" : "DZ", StringComparison.Ordinal))
                    continue;
                _ = letter == 'J' ? js++ : zs++;
            }
            progress?.Invoke(i + 1);
        }
        for (int i = 0; i < acts; i++)
        {
            stop.ThrowIfCancellationRequested();
            var act = ActedMotion.WithoutDrawing(seed + i);
            string text = TextOf(act);
            falseJs += text.Count(letter => letter == 'J');
            falseZs += text.Count(letter => letter == 'Z');
            minutes += act.Seconds / 60;
            progress?.Invoke(drawings + i + 1);
        }
        return new(drawings, js, zs, minutes, falseJs, falseZs);
    }

    static string TextOf(ActedMotion motion)
    {
        var speller = new Speller(new SpellerOptions { Lexicon = null });
        foreach (var (time, reading) in motion.Readings)
            speller.Add(time, reading);
        return speller.Text;
    }
}
