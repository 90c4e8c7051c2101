using System.Text.Json;
using System.Text.Json.Serialization;
using Fingerspell.Training.Data;

namespace Fingerspell.Training.Evaluation;

/// <summary>
/// What outcomes come to, where a recogniser may decline to answer: the object that <c>evaluate --json</c> prints.
/// </summary>
/// <param name="Photos">Pictures read.</param>
/// <param name="Accuracy">The share of them read rightly, 0–1; no answer counts as wrong.</param>
/// <param name="Answered">Pictures for which a letter was named.</param>
/// <param name="AccuracyWhenAnswered">The share of the answered ones read rightly, or null where none was answered.</param>
/// <param name="PerLetter">The same for each letter that occurs, in order.</param>
/// <param name="Confusions">What was taken for what, the most frequent first; no answer is one of them.</param>
/// <param name="PerSigner">The same for each person, or null where not one is known.</param>
public sealed record OutcomeSummary(
    int Photos,
    double Accuracy,
    int Answered,
    double? AccuracyWhenAnswered,
    IReadOnlyDictionary<string, OutcomeCount> PerLetter,
    IReadOnlyList<Misreading> Confusions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyDictionary<string, OutcomeCount>? PerSigner)
{
    static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    /// <summary>Pictures read rightly, of all.</summary>
    [JsonIgnore]
    public Proportion Proportion => new(PerLetter.Values.Sum(letter => letter.Correct), Photos);

    /// <summary>Sums up outcomes.</summary>
    /// <param name="outcomes">One or more.</param>
    /// <exception cref="FingerspellException">There are none.</exception>
    public static OutcomeSummary Of(IReadOnlyList<Outcome> outcomes)
    {
        if (outcomes.Count == 0)
            throw new FingerspellException("nothing to evaluate: not one picture was read");
        var all = OutcomeCount.Of(outcomes);
        return new(
            all.Photos, all.Accuracy, all.Answered, all.AccuracyWhenAnswered,
            CountBy(outcomes, r => $"{Alphabet.LetterOf(r.Label)}"),
            [.. Misread(outcomes)],
            outcomes.Any(r => r.Signer is not null) ? CountBy(outcomes.Where(r => r.Signer is not null), r => r.Signer!) : null);
    }

    /// <summary>The summary as one JSON object on one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, CamelCase);

    static OrderedDictionary<string, OutcomeCount> CountBy(IEnumerable<Outcome> outcomes, Func<Outcome, string> key) => new(
        outcomes.GroupBy(key)
            .OrderBy(group => group.Key, SignerOrder.Instance)
            .Select(group => KeyValuePair.Create(group.Key, OutcomeCount.Of(group))));

    static IEnumerable<Misreading> Misread(IReadOnlyList<Outcome> outcomes)
    {
        var support = outcomes.CountBy(r => r.Label).ToDictionary();
        return outcomes.Where(r => !r.IsRight)
            .CountBy(r => (r.Label, r.Read))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Label).ThenBy(pair => pair.Key.Read)
            .Select(pair => new Misreading(
                Alphabet.LetterOf(pair.Key.Label),
                pair.Key.Read is { } read ? Alphabet.LetterOf(read) : null,
                pair.Value,
                (double)pair.Value / support[pair.Key.Label]));
    }
}
