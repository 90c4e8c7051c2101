using Fingerspell.Hands;
using Fingerspell.Imaging;
using Fingerspell.Letters;
using Fingerspell.Showing;

namespace Fingerspell.Training.Motion;

/// <summary>
/// What the recogniser would say of an act: boxes that tremble, jump and are missing now and then, smoothed as
/// <see cref="HandTracker"/> does, and letters as sure as a network is of another person's hand. All of it is chance, and
/// the same random numbers give the same readings.
/// </summary>
static class ActedReadings
{
    /// <summary>The logit of a letter that is surely seen, and how far those of all letters are off: always for a person, and from moment to moment.</summary>
    const double Sure = 7, Person = 1.2, Moment = 1.2;

    /// <summary>For how long a network's error lasts, in seconds.</summary>
    const double Lasting = 0.15;

    /// <summary>Frames a second.</summary>
    static readonly int[] Rates = [10, 15, 15, 20, 25, 30];

    /// <summary>The readings of an act, with their times.</summary>
    public static List<(TimeSpan Time, Reading Reading)> Of(Act act, Random random)
    {
        double rate = Rates[random.Next(Rates.Length)];
        double pixels = 0.35 + 0.9 * random.NextDouble(); // in a mm
        double tremble = 0.006 + 0.02 * random.NextDouble(), missing = 0.05 * random.NextDouble();
        float arm = 60 * random.NextSingle();
        var look = HandVariation.Look(random);
        string letters = Alphabet.StaticLetters;
        double[] person = [.. letters.Select(_ => Person * Normal(random))], moment = new double[letters.Length];
        List<(TimeSpan, Reading)> readings = [];
        Box? before = null;
        double start = 0;
        int stretch = 0;
        for (int i = 0; ; i++)
        {
            double time = i / rate;
            while (stretch < act.Stretches.Count && time >= start + act.Stretches[stretch].Seconds)
                start += act.Stretches[stretch++].Seconds;
            if (stretch == act.Stretches.Count)
                return readings;
            double keep = Math.Exp(-1 / (rate * Lasting));
            for (int k = 0; k < moment.Length; k++)
                moment[k] = keep * moment[k] + Math.Sqrt(1 - keep * keep) * Moment * Normal(random);
            float share = (float)((time - start) / act.Stretches[stretch].Seconds);
            var reading = Reading.NoHand;
            if (act.Stretches[stretch].Pose is { } poses && random.NextDouble() >= missing)
            {
                var box = BoxOf(poses(share), look, arm, pixels, tremble, random);
                box = before is { } last ? HandTracker.Steadied(last, box) : box;
                before = box;
                reading = ReadingOf(act.Stretches[stretch].Look(share), box, person, moment);
            }
            else if (act.Stretches[stretch].Pose is null)
            {
                before = null;
            }
            readings.Add((TimeSpan.FromSeconds(time), reading));
        }
    }

    static Box BoxOf(Pose pose, HandLook look, float arm, double pixels, double tremble, Random random)
    {
        var (least, most) = HandExtent.Of(pose, look, arm);
        double size = Math.Max(most.X - least.X, most.Y - least.Y) * pixels;
        // Now and then the finder takes some of the arm for the hand, or misses a finger.
        double wide = random.NextDouble() < 0.02 ? 4 : 1;
        double Edge(double mm) => 1000 + mm * pixels + wide * tremble * size * Normal(random);
        double left = Edge(least.X), right = Edge(most.X), top = Edge(-most.Y), bottom = Edge(-least.Y);
        return new Box((int)left, (int)top, Math.Max(4, (int)(right - left)), Math.Max(4, (int)(bottom - top)));
    }

    static Reading ReadingOf(Likeness look, Box box, double[] person, double[] moment)
    {
        string letters = Alphabet.StaticLetters;
        double[] odds = new double[letters.Length];
        for (int k = 0; k < odds.Length; k++)
        {
            double seen = (letters[k] == look.From ? 1 - look.Share : 0) + (letters[k] == look.To ? look.Share : 0);
            odds[k] = Math.Exp(Sure * look.Sureness * seen + person[k] + moment[k]);
        }
        double sum = odds.Sum();
        LetterCandidate[] candidates = [.. odds.Select((odd, k) => new LetterCandidate(letters[k], (float)(odd / sum))).OrderByDescending(candidate => candidate.Confidence)];
        return new(candidates[0].Confidence >= 0.5f ? candidates[0].Letter : null, candidates[0].Confidence, box, candidates, null);
    }

    /// <summary>A number of the normal distribution (G. E. P. Box, M. E. Muller, 1958).</summary>
    static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
