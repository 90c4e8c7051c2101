using System.Globalization;

namespace Fingerspell.Training.Evaluation.Sets;

/// <summary>The tables of a comparison of sets, in Markdown; a set without pictures of letters is in <see cref="Silence"/> only.</summary>
static class SetTables
{
    const int WorstLetters = 4, WorstConfusions = 6;

    /// <summary>A line a set: how much is read rightly, and how sure that figure is.</summary>
    public static string Accuracy(IEnumerable<SetMeasurement> sets) => MarkdownTable.Format(
        ["set", "photographs", "accuracy", "95 % interval", "answered", "right when answered", "box given", "IoU ≥ 0.5", "median IoU", "ECE"],
        WithLetters(sets).Select(set =>
        {
            var letters = set.Measurement.Letters!;
            var (low, high) = letters.Proportion.Interval;
            var boxes = set.Measurement.Boxes;
            return (string[])
            [
                set.Name, $"{letters.Photos}", Percentage.Of(letters.Accuracy), $"{Percentage.Of(low)} – {Percentage.Of(high)}",
                Percentage.Of((double)letters.Answered / letters.Photos), Percentage.OrDash(letters.AccuracyWhenAnswered),
                Percentage.OrDash(set.BoxesGiven?.Letters?.Accuracy), Percentage.OrDash(boxes?.Share),
                boxes is null ? "–" : boxes.MedianOverlap.ToString("F3", CultureInfo.InvariantCulture),
                Percentage.OrDash(set.Measurement.Calibration?.Error),
            ];
        }));

    /// <summary>A line a set with pictures without a hand; empty where there is none.</summary>
    public static string Silence(IEnumerable<SetMeasurement> sets)
    {
        List<SetMeasurement> silent = [.. sets.Where(set => set.Measurement.WithoutHand is not null)];
        return silent.Count == 0 ? "" : MarkdownTable.Format(
            ["set", "pictures", "hand found", "letter named", .. RiskCoverage.Thresholds.Select(t => "at " + Threshold(t))],
            silent.Select(set => (string[])
            [
                set.Name, $"{set.Measurement.WithoutHand!.Pictures}",
                Percentage.Of(set.Measurement.WithoutHand.FoundShare), Percentage.Of(set.Measurement.WithoutHand.NamedShare),
                .. set.Measurement.NamedWithoutHand.Select(at => Percentage.Of(at.Coverage)),
            ]));
    }

    /// <summary>A line a letter named where there is no hand; empty where there is none.</summary>
    public static string FalseLetters(IEnumerable<SetMeasurement> sets)
    {
        List<string[]> named =
        [
            .. sets.SelectMany(set => (set.Measurement.WithoutHand?.FalseHands ?? []).Where(hand => hand.Letter is not null)
                .Select(hand => (string[])[$"{set.Name}/{hand.File}", $"{hand.Letter}", Percentage.Of(hand.Confidence)])),
        ];
        return named.Count == 0 ? "" : MarkdownTable.Format(["picture without a hand", "letter named", "confidence"], named);
    }

    /// <summary>What thresholds come to, a line a set: right when answered / answered, both in per cent.</summary>
    public static string Thresholds(IEnumerable<SetMeasurement> sets) => MarkdownTable.Format(
        ["set", .. RiskCoverage.Thresholds.Select(Threshold)],
        WithLetters(sets).Select(set => (string[])
        [
            set.Name,
            .. set.Measurement.RiskCoverage.Select(at => string.Create(CultureInfo.InvariantCulture,
                $"{(at.AccuracyWhenAnswered is { } right ? (100 * right).ToString("F1", CultureInfo.InvariantCulture) : "–")} / {100 * at.Coverage:F1}")),
        ]));

    /// <summary>Accuracy in whole per cent, a line a letter, a column a set; empty where a set lacks the letter.</summary>
    public static string Letters(IEnumerable<SetMeasurement> sets)
    {
        List<SetMeasurement> columns = [.. WithLetters(sets)];
        return MarkdownTable.Format(
            ["letter", .. columns.Select(set => set.Name)],
            Alphabet.StaticLetters.Select(letter => (string[])
            [
                $"{letter}",
                .. columns.Select(set => set.Measurement.Letters!.PerLetter.TryGetValue($"{letter}", out var count)
                    ? (100 * count.Accuracy).ToString("F0", CultureInfo.InvariantCulture)
                    : ""),
            ]));
    }

    /// <summary>A line a set: the letters read worst, and what was taken for what most often.</summary>
    public static string Worst(IEnumerable<SetMeasurement> sets) => MarkdownTable.Format(
        ["set", "worst letters", "most frequent confusions"],
        WithLetters(sets).Select(set => (string[])
        [
            set.Name,
            ListOrDash(set.Measurement.Letters!.PerLetter.Where(pair => pair.Value.Accuracy < 1)
                .OrderBy(pair => pair.Value.Accuracy).Take(WorstLetters)
                .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key} {100 * pair.Value.Accuracy:F0} %"))),
            ListOrDash(set.Measurement.Letters.Confusions.Take(WorstConfusions)
                .Select(pair => $"{pair.Letter} → {(pair.Read is { } read ? $"{read}" : "none")} {pair.Count}")),
        ]), textColumns: 3);

    static string ListOrDash(IEnumerable<string> items) => string.Join(", ", items) is { Length: > 0 } list ? list : "–";

    static IEnumerable<SetMeasurement> WithLetters(IEnumerable<SetMeasurement> sets) => sets.Where(set => set.Measurement.Letters is not null);

    static string Threshold(double threshold) => threshold.ToString("F1", CultureInfo.InvariantCulture);
}
