using CsCheck;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class ClassificationReportTests
{
    static readonly (byte[] Truth, byte[] Predicted) Recorded = RecordedPredictions.Load();
    static readonly ClassificationReport Report = ClassificationReport.Of(Recorded.Truth, Recorded.Predicted);

    [Fact]
    public void It_is_printed_as_scikit_learn_prints_it() =>
        Assert.Equal(Golden.Read("classification_report.txt"), Report.ToText());

    [Fact]
    public void Digits_choose_the_decimals() =>
        Assert.Equal(Golden.Read("classification_report_digits4.txt"), Report.ToText(digits: 4));

    /// <summary>scikit-learn makes the first column as wide as the decimals are many, where names are shorter.</summary>
    [Fact]
    public void Many_digits_widen_the_first_column() =>
        Assert.Contains("\n   weighted avg ", Report.ToText(digits: 15), StringComparison.Ordinal);

    [Fact]
    public void Letters_name_the_labels() =>
        Assert.Equal(Golden.Read("classification_report_letters.txt"), Report.ToText(LabelNames.Letters(Report.Labels)));

    [Fact]
    public void Any_names_name_the_labels() =>
        Assert.Equal(
            Golden.Read("classification_report_target_names.txt"),
            Report.ToText([.. Report.Labels.Select(label => $"Class {label}")]));

    [Fact]
    public void A_subset_of_labels_has_a_micro_average_instead_of_accuracy() =>
        Assert.Equal(
            Golden.Read("classification_report_subset_microavg.txt"),
            ClassificationReport.Of(Recorded.Truth, Recorded.Predicted, [0, 1, 2, 3, 4]).ToText());

    [Fact]
    public void Json_is_scikit_learns_dictionary_to_the_last_bit() =>
        Assert.Equal(Golden.Read("classification_report_dict.json"), Report.ToJson());

    [Fact]
    public void A_label_never_predicted_scores_0_with_scikit_learns_warning()
    {
        var report = ClassificationReport.Of([0, 0, 1, 1, 2, 2, 3], [0, 1, 1, 1, 0, 0, 0]);
        Assert.Equal(Golden.Read("classification_report_zero_division.txt"), report.ToText());
        Assert.Equal(Golden.Read("classification_report_zero_division_warning.txt").TrimEnd(), Assert.Single(report.Warnings));
    }

    [Fact]
    public void A_label_never_true_warns_of_recall()
    {
        var report = ClassificationReport.Of([0, 0, 1], [0, 2, 1]);
        Assert.StartsWith("Recall and F-score are ill-defined and being set to 0.0 in labels with no true samples.",
            Assert.Single(report.Warnings));
    }

    [Fact]
    public void Support_has_a_decimal_where_nothing_is_right_as_in_scikit_learn()
    {
        var report = ClassificationReport.Of([0, 0, 1], [1, 2, 0]);
        Assert.Contains("           0       0.00      0.00      0.00       2.0\n", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("    accuracy                           0.00       3.0\n", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("\"support\": 2.0", report.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.125, 2, "0.12")]
    [InlineData(0.375, 2, "0.38")]
    [InlineData(0.625, 2, "0.62")]
    [InlineData(0.5, 0, "0")]
    [InlineData(0.285, 2, "0.28")]
    [InlineData(0.995, 2, "0.99")]
    [InlineData(0.03125, 4, "0.0312")]
    [InlineData(1, 2, "1.00")]
    public void Ties_go_to_the_even_digit_as_in_Python(double value, int digits, string expected)
    {
        // A row's recall is the value: so many of 100,000 rows of label 0 are read as 0.
        int right = (int)Math.Round(value * 100_000);
        var report = ClassificationReport.Of(
            new byte[100_000], [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i < right ? 0 : 1))]);
        Assert.Equal(value, report.Scores[0].Recall);
        Assert.Equal(expected, report.ToText(digits: digits).Split('\n')[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)[2]);
    }

    [Fact]
    public void Its_parts_agree_with_each_other() =>
        Gen.Select(Gen.Byte[0, 24], Gen.Byte[0, 24]).Array[1, 300].Sample(pairs =>
        {
            byte[] truth = [.. pairs.Select(p => p.Item1)], predicted = [.. pairs.Select(p => p.Item2)];
            var report = ClassificationReport.Of(truth, predicted);
            double accuracy = (double)pairs.Count(p => p.Item1 == p.Item2) / pairs.Length;
            Assert.True(report.MicroIsAccuracy);
            Assert.Equal(pairs.Length, report.Scores.Sum(s => s.Support));
            Assert.Equal(accuracy, report.Micro.Precision);
            // The support-weighted mean of recall is accuracy by definition.
            Assert.Equal(accuracy, report.Weighted.Recall, 12);
            Assert.All(report.Scores, s =>
            {
                Assert.InRange(s.Precision, 0, 1);
                Assert.InRange(s.F1, Math.Min(s.Precision, s.Recall) - 1e-12, Math.Max(s.Precision, s.Recall) + 1e-12);
            });
        });

    [Fact]
    public void What_makes_no_report_is_refused()
    {
        Assert.Contains("2 true labels cannot be compared with 1 predicted",
            Refused(() => ClassificationReport.Of([0, 1], [0])));
        Assert.Contains("there are no rows", Refused(() => ClassificationReport.Of([], [])));
        Assert.Contains("choose one label or more", Refused(() => ClassificationReport.Of([0], [0], [])));
        Assert.Contains("each once, not [1, 1]", Refused(() => ClassificationReport.Of([0], [0], [1, 1])));
        Assert.Contains("24 labels need 24 names, not 1", Refused(() => Report.ToText(["A"])));
        Assert.Contains("24 labels need 24 names, not 1", Refused(() => Report.ToJson(["A"])));
        Assert.Contains("label 26 has no letter", Refused(() => LabelNames.Letters([26])));
        Assert.Contains("give 0 to 15", Refused(() => Report.ToText(digits: 16)));
    }

    static string Refused(Func<object> what) => Assert.Throws<FingerspellException>(what).Message;
}
