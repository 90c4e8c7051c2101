using CsCheck;
using Fingerspell.Training.Evaluation;

namespace Fingerspell.Training.Tests.Evaluation;

public sealed class CalibrationTests
{
    [Fact]
    public void Rows_right_as_often_as_they_are_sure_have_no_error()
    {
        // Ten rows at 90 %, nine right; ten at 50 %, five right.
        byte[] truth = [.. Enumerable.Range(0, 20).Select(row => (byte)(row is 0 or >= 15 ? 1 : 0))];
        var predictions = MadePredictions.Of(truth, new byte[20], row => row < 10 ? 0.9f : 0.5f);
        Assert.Equal(0, Calibration.Of(predictions)!.Error, 6);
    }

    [Fact]
    public void The_error_weighs_bins_by_their_rows()
    {
        // Three rows at 80 %, all right (0.2 off); one at 60 %, wrong (0.6 off): (3·0.2 + 1·0.6) / 4.
        var predictions = MadePredictions.Of([0, 0, 0, 1], new byte[4], row => row < 3 ? 0.8f : 0.6f);
        Assert.Equal(0.3, Calibration.Of(predictions)!.Error, 6);
    }

    [Fact]
    public void Full_confidence_falls_into_the_last_bin_and_a_bins_upper_end_belongs_to_it()
    {
        var bins = Calibration.Of(MadePredictions.Of([0, 0, 0], new byte[3], row => row == 0 ? 1f : 0.2f))!.Bins;
        Assert.Equal(15, bins.Count);
        Assert.Equal(1, bins[14].Count);
        Assert.Equal(1, bins[14].To);
        // 0.2 = 3/15 as a single is just above 3/15, hence in (3/15, 4/15].
        Assert.Equal(2, bins[3].Count);
    }

    [Fact]
    public void Rows_in_which_no_hand_is_likely_to_sign_do_not_count()
    {
        // The second is wrong, and a hand signs in it by 0.4 only.
        var predictions = new Predictions([0, 1], [1, .. new float[Predictions.Width - 1], 0.4f, .. new float[Predictions.Width - 1]]);
        Assert.Equal(0, Calibration.Of(predictions)!.Error, 6);

        predictions = new Predictions([1], [0.4f, .. new float[Predictions.Width - 1]]);
        Assert.Null(Calibration.Of(predictions));
        Assert.Contains("Calibration error  – (ECE, 15 bins)", EvaluationReport.Of(predictions), StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_is_a_share_and_the_bins_hold_every_row() =>
        Gen.Select(Gen.Byte[0, 24], Gen.Byte[0, 24], Gen.Single[0.05f, 1f]).Array[1, 200].Sample(rows =>
        {
            var predictions = MadePredictions.Of(
                [.. rows.Select(r => r.Item1)], [.. rows.Select(r => r.Item2)], row => rows[row].Item3);
            var calibration = Calibration.Of(predictions)!;
            Assert.InRange(calibration.Error, 0, 1);
            Assert.Equal(rows.Length, calibration.Bins.Sum(bin => bin.Count));
            Assert.All(calibration.Bins.Where(bin => bin.Count > 0),
                bin => Assert.InRange(bin.Confidence, bin.From - 1e-6, bin.To + 1e-6));
        });
}
