namespace Fingerspell.Training.Evaluation;

/// <summary>How often a letter, or a person, was read rightly.</summary>
/// <param name="Photos">Pictures, 1 or more.</param>
/// <param name="Answered">Pictures for which a letter was named.</param>
/// <param name="Correct">Pictures for which the right letter was named.</param>
public sealed record OutcomeCount(int Photos, int Answered, int Correct)
{
    /// <summary>The right ones' share of all, 0–1: no answer counts as wrong.</summary>
    public double Accuracy => (double)Correct / Photos;

    /// <summary>The right ones' share of the answered ones, 0–1, or null where none was answered.</summary>
    public double? AccuracyWhenAnswered => Answered == 0 ? null : (double)Correct / Answered;

    internal static OutcomeCount Of(IEnumerable<Outcome> outcomes)
    {
        var all = outcomes.ToList();
        return new(all.Count, all.Count(r => r.Read is not null), all.Count(r => r.IsRight));
    }
}
