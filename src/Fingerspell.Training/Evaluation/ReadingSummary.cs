using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fingerspell.Training.Evaluation;

/// <summary>
/// What readings come to, where a recogniser may decline to answer: the object that <c>evaluate --json</c> prints.
/// </summary>
/// <param name="Photos">Pictures read.</param>
/// <param name="Accuracy">The share of them read rightly, 0–1; no answer counts as wrong.</param>
/// <param name="Answered">Pictures for which a letter was named.</param>
/// <param name="AccuracyWhenAnswered">The share of the answered ones read rightly, or null where none was answered.</param>
/// <param name="PerLetter">The same for each letter that occurs, in order.</param>
/// <param name="Confusions">What was taken for what, the most frequent first; no answer is one of them.</param>
/// <param name="PerSigner">The same for each person, or null where not one is known.</param>
public sealed record ReadingSummary(
    int Photos,
    double Accuracy,
    int Answered,
    double? AccuracyWhenAnswered,
    IReadOnlyDictionary<string, ReadingCount> PerLetter,
    IReadOnlyList<Misreading> Confusions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyDictionary<string, ReadingCount>? PerSigner)
{
    static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    /// <summary>Sums up readings.</summary>
    /// <param name="readings">One or more.</param>
    /// <exception cref="FingerspellException">There are none.</exception>
    public static ReadingSummary Of(IReadOnlyList<Reading> readings)
    {
        if (readings.Count == 0)
            throw new FingerspellException("nothing to evaluate: not one picture was read");
        var all = ReadingCount.Of(readings);
        return new(
            all.Photos, all.Accuracy, all.Answered, all.AccuracyWhenAnswered,
            CountBy(readings, r => $"{Alphabet.LetterOf(r.Label)}"),
            [.. Misread(readings)],
            readings.Any(r => r.Signer is not null) ? CountBy(readings.Where(r => r.Signer is not null), r => r.Signer!) : null);
    }

    /// <summary>The summary as one JSON object on one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, CamelCase);

    static OrderedDictionary<string, ReadingCount> CountBy(IEnumerable<Reading> readings, Func<Reading, string> key) => new(
        readings.GroupBy(key)
            .OrderBy(group => group.Key.Length).ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, ReadingCount.Of(group))));

    static IEnumerable<Misreading> Misread(IReadOnlyList<Reading> readings)
    {
        var support = readings.CountBy(r => r.Label).ToDictionary();
        return readings.Where(r => !r.IsRight)
            .CountBy(r => (r.Label, r.Read))
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key.Label).ThenBy(pair => pair.Key.Read)
            .Select(pair => new Misreading(
                Alphabet.LetterOf(pair.Key.Label),
                pair.Key.Read is { } read ? Alphabet.LetterOf(read) : null,
                pair.Value,
                (double)pair.Value / support[pair.Key.Label]));
    }
}
