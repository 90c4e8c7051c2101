using System.Text.Json;
using CsCheck;
using Fingerspell.Training.Data;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class OutcomeSummaryTests
{
    static readonly Outcome[] Outcomes =
        [new(0, 0, "ann"), new(0, 18, "ann"), new(0, null, "bob"), new(12, 12, "bob"), new(12, 12, "bob")];

    [Fact]
    public void No_answer_counts_as_wrong_but_not_among_the_answered()
    {
        var summary = OutcomeSummary.Of(Outcomes);
        Assert.Equal((5, 0.6, 4, 0.75), (summary.Photos, summary.Accuracy, summary.Answered, summary.AccuracyWhenAnswered));
        Assert.Equal(new OutcomeCount(3, 2, 1), summary.PerLetter["A"]);
        Assert.Equal(new OutcomeCount(3, 2, 2), summary.PerSigner!["bob"]);
        Assert.Equal([new('A', null, 1, 1.0 / 3), new Misreading('A', 'S', 1, 1.0 / 3)], summary.Confusions);
    }

    [Fact]
    public void Its_json_is_one_line_with_the_documented_names()
    {
        string json = OutcomeSummary.Of(Outcomes[..2]).ToJson();
        Assert.Equal(
            """{"photos":2,"accuracy":0.5,"answered":2,"accuracyWhenAnswered":0.5"""
            + ""","perLetter":{"A":{"photos":2,"answered":2,"correct":1,"accuracy":0.5,"accuracyWhenAnswered":0.5}}"""
            + ""","confusions":[{"letter":"A","read":"S","count":1,"rate":0.5}]"""
            + ""","perSigner":{"ann":{"photos":2,"answered":2,"correct":1,"accuracy":0.5,"accuracyWhenAnswered":0.5}}}""",
            json);
    }

    [Fact]
    public void Where_nothing_was_answered_that_accuracy_is_null_and_unknown_signers_are_left_out()
    {
        using var json = JsonDocument.Parse(OutcomeSummary.Of([new(3, null)]).ToJson());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("accuracyWhenAnswered").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("confusions")[0].GetProperty("read").ValueKind);
        Assert.False(json.RootElement.TryGetProperty("perSigner", out _));
    }

    [Fact]
    public void A_prediction_less_sure_than_the_threshold_is_no_answer()
    {
        RowSource[] sources = [new("ann", "1"), new("bob", "2")];
        var predictions = MadePredictions.Of([0, 1], [0, 1], row => row == 0 ? 0.5f : 0.49f, sources);
        Assert.Equal([new(0, 0, "ann"), new(1, null, "bob")], Outcome.Of(predictions, threshold: 0.5));
    }

    [Fact]
    public void Where_a_hand_is_less_likely_to_sign_than_not_no_letter_is_named_or_thought_of()
    {
        // Both are as sure of their best letter; all letters together come to 0.51 and to 0.49.
        var probabilities = new float[2 * Predictions.Width];
        (probabilities[3], probabilities[4]) = (0.3f, 0.21f);
        (probabilities[Predictions.Width + 3], probabilities[Predictions.Width + 4]) = (0.3f, 0.19f);
        var predictions = new Predictions([3, 3], probabilities);
        Assert.Equal([new(3, 3), new(3, null)], Outcome.Of(predictions, threshold: 0.2));
        Assert.Equal([new(3, 3, 0.3f), new(3, null, 0)], Guess.Of(predictions));
    }

    [Fact]
    public void Its_parts_agree_with_each_other() =>
        Gen.Select(Gen.Byte[0, 24], Gen.Byte[0, 24].Nullable()).Array[1, 200].Sample(pairs =>
        {
            var summary = OutcomeSummary.Of([.. pairs.Select(p => new Outcome(p.Item1, p.Item2))]);
            int correct = summary.PerLetter.Values.Sum(letter => letter.Correct);
            Assert.Equal(summary.Photos, summary.PerLetter.Values.Sum(letter => letter.Photos));
            Assert.Equal(summary.Answered, summary.PerLetter.Values.Sum(letter => letter.Answered));
            Assert.Equal(summary.Photos - correct, summary.Confusions.Sum(c => c.Count));
            Assert.Equal(summary.Accuracy, (double)correct / summary.Photos);
        });

    [Fact]
    public void Its_text_has_letters_signers_confusions_and_accuracy()
    {
        string text = OutcomeSummary.Of(Outcomes).ToText();
        Assert.Contains("A             3        1    33.33 %", text, StringComparison.Ordinal);
        Assert.Contains("bob           3        2    66.67 %", text, StringComparison.Ordinal);
        Assert.Contains("A read as no letter        1  33.33 %\n", text, StringComparison.Ordinal);
        Assert.Contains("Accuracy           60.00 % (3 of 5), 95 % interval 23.07 % – 88.24 %", text, StringComparison.Ordinal);
        Assert.EndsWith("Answered           4 of 5, 75.00 % of them rightly\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_outcomes_are_refused() =>
        Assert.Contains("not one picture", Assert.Throws<FingerspellException>(() => OutcomeSummary.Of([])).Message, StringComparison.Ordinal);
}
