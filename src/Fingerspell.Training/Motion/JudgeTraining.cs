using System.Globalization;
using Fingerspell.Spelling.Drawn;

namespace Fingerspell.Training.Motion;

/// <summary>
/// Trains the judges of J and Z on acted hands. The weights make letters and others even; the bias is then the one from
/// which on acted hands that draw nothing are taken for a letter <see cref="FalseAnHour"/> times an hour.
/// </summary>
static class JudgeTraining
{
    /// <summary>How often an hour of hands that wave, wander and spell without pause may be misread as each letter.</summary>
    const double FalseAnHour = 2;

    /// <summary>How many of each letter are drawn and how many half minutes acted without one.</summary>
    const int Drawings = 600, Acts = 240;

    /// <summary>When a drawing that ended is judged, in seconds after its end, and how often at most.</summary>
    const double Soonest = 0.1, Latest = 0.4;
    const int Judgements = 3;

    /// <summary>Of readings in which nothing was drawn every so many is taken: the ones between are nearly the same.</summary>
    const int Apart = 3;

    /// <summary>What is judged again within as many seconds is the same motion.</summary>
    const double Same = 1;

    /// <summary>Trains both.</summary>
    public static (DrawingJudge J, DrawingJudge Z) Train()
    {
        ActedMotion[] acts = [.. Enumerable.Range(0, Acts).Select(ActedMotion.WithoutDrawing)];
        return (Train('J', acts), Train('Z', acts));
    }

    /// <summary>A judge as it stands in the source text.</summary>
    public static string ToSource(DrawingJudge judge)
    {
        return $"[{Row(judge.Mean)}],\n[{Row(judge.Deviation)}],\n[{Row(judge.Linear)}],\n[{Row(judge.Square)}],\n{Number(judge.Bias)}\n";

        static string Row(double[] row) => string.Join(", ", row.Select(Number));
        static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
    }

    static DrawingJudge Train(char letter, ActedMotion[] acts)
    {
        List<double[]> letters = [];
        for (int seed = 0; seed < Drawings; seed++)
        {
            var motion = ActedMotion.Drawing(letter, seed);
            letters.AddRange(Of(motion, letter)
                .Where(found => (found.Time - motion.Ended).TotalSeconds is >= Soonest and <= Latest)
                .Take(Judgements).Select(found => found.Measures));
        }
        List<List<(TimeSpan Time, double[] Measures)>> others = [.. acts.Select(act => Of(act, letter).ToList())];
        var judge = LogisticRegression.Fit(
            letters, [.. others.SelectMany(act => act.Where((_, i) => i % Apart == 0)).Select(found => found.Measures)]);

        int allowed = (int)(FalseAnHour * acts.Sum(act => act.Seconds) / 3600);
        double[] scores = [.. others.SelectMany(act => BestOfEach(act, judge)).OrderDescending()];
        double threshold = allowed < scores.Length ? Math.Max(0, scores[allowed]) : 0;
        return judge with { Bias = judge.Bias - threshold };
    }

    /// <summary>All that may be the letter in a motion.</summary>
    static IEnumerable<(TimeSpan Time, double[] Measures)> Of(ActedMotion motion, char letter)
    {
        var track = new HandTrack();
        foreach (var (time, reading) in motion.Readings)
        {
            track.Add(time, reading);
            if ((letter == 'J' ? JHook.Find(track.Points) : ZStrokes.Find(track.Points, time)) is { } drawing)
                yield return (time, drawing.Measures);
        }
    }

    /// <summary>The best score of each motion.</summary>
    static List<double> BestOfEach(List<(TimeSpan Time, double[] Measures)> found, DrawingJudge judge)
    {
        List<double> best = [];
        for (int i = 0; i < found.Count; i++)
        {
            double score = judge.Score(found[i].Measures);
            if (i == 0 || (found[i].Time - found[i - 1].Time).TotalSeconds > Same)
                best.Add(score);
            else
                best[^1] = Math.Max(best[^1], score);
        }
        return best;
    }
}
