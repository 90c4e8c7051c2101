using Fingerspell.Spelling.Drawn;
using Fingerspell.Training.Motion;

namespace Fingerspell.Tests.Spelling.Drawn;

public sealed class JudgeTrainingTests
{
    [Fact]
    public void The_judges_are_what_training_makes_of_acted_hands()
    {
        var (j, z) = JudgeTraining.Train();
        RequireSame(j, DrawingJudges.J, JHook.Names);
        RequireSame(z, DrawingJudges.Z, ZStrokes.Names);
    }

    [Fact]
    public void Acted_hands_that_were_not_trained_on_are_read()
    {
        var trial = MotionTrial.Of(drawings: 80, acts: 40, stop: TestContext.Current.CancellationToken);
        Assert.True(trial.Js >= 50, $"{trial.Js} J of 80");
        Assert.True(trial.Zs >= 64, $"{trial.Zs} Z of 80");
        Assert.True(trial.FalseJs + trial.FalseZs <= 5, $"{trial.FalseJs} J and {trial.FalseZs} Z in {trial.Minutes} minutes without");
    }

    [Fact]
    public void A_trial_tells_how_far_it_is()
    {
        List<long> told = [];
        MotionTrial.Of(drawings: 1, acts: 2, progress: told.Add, stop: TestContext.Current.CancellationToken);
        Assert.Equal([1, 2, 3], told);
    }

    [Fact]
    public void The_same_seed_acts_the_same()
    {
        Assert.Equal(Boxes(3), Boxes(3));
        Assert.NotEqual(Boxes(3), Boxes(4));

        static IEnumerable<string?> Boxes(int seed) => ActedMotion.Drawing('J', seed).Readings.Select(reading => reading.Reading.Box?.ToString());
    }

    static void RequireSame(DrawingJudge trained, DrawingJudge shipped, IReadOnlyList<string> names)
    {
        Assert.Equal(names.Count, shipped.Mean.Length);
        string expected = JudgeTraining.ToSource(trained);
        foreach (var (one, other) in new[] { (trained.Mean, shipped.Mean), (trained.Deviation, shipped.Deviation), (trained.Linear, shipped.Linear), (trained.Square, shipped.Square), ([trained.Bias], [shipped.Bias]) })
        {
            Assert.Equal(one.Length, other.Length);
            // Sums differ in their last digits from processor to processor.
            Assert.True(one.Zip(other).All(pair => Math.Abs(pair.First - pair.Second) < 0.01), $"DrawingJudges has to say\n{expected}");
        }
    }
}
