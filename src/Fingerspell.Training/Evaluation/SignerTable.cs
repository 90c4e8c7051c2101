using System.Text;
using Fingerspell.Training.Data;

namespace Fingerspell.Training.Evaluation;

/// <summary>Accuracy per person as a text table, and the mean over persons, which is what a new person can expect.</summary>
public static class SignerTable
{
    /// <summary>The accuracy of each signer, in order of their numbers; null where the rows' signers are unknown.</summary>
    /// <param name="predictions">One row or more.</param>
    public static IReadOnlyList<SignerAccuracy>? Of(Predictions predictions)
    {
        if (predictions.Sources is not { } sources)
            return null;
        return
        [
            .. Enumerable.Range(0, predictions.Count)
                .GroupBy(row => sources[row].Signer)
                .Select(rows => new SignerAccuracy(rows.Key, new(rows.Count(predictions.IsRight), rows.Count())))
                .OrderBy(s => s.Signer, SignerOrder.Instance),
        ];
    }

    /// <summary>
    /// A line a signer (rows, rows right, accuracy, its 95 % interval), then the mean and the sample standard deviation
    /// over signers, each counting once. Lines end in a line feed.
    /// </summary>
    /// <param name="signers">One signer or more, listed in the order given.</param>
    /// <param name="heading">What the first column holds; letters can be listed just so.</param>
    public static string Format(IReadOnlyList<SignerAccuracy> signers, string heading = "signer")
    {
        int width = Math.Max(heading.Length, signers.Max(s => s.Signer.Length));
        var text = new StringBuilder();
        Line(heading, "rows", "correct", "accuracy", "95 % interval");
        foreach (var (signer, share) in signers)
        {
            var (low, high) = share.Interval;
            Line(signer, $"{share.Total}", $"{share.Correct}", Percentage.Of(share.Value), $"{Percentage.Of(low)} – {Percentage.Of(high)}");
        }
        double mean = signers.Average(s => s.Share.Value);
        string spread = signers.Count < 2 ? "" : "± " + Percentage.Of(SampleDeviation.Of([.. signers.Select(s => s.Share.Value)]));
        Line("mean", "", "", Percentage.Of(mean), spread);
        return text.ToString();

        void Line(string signer, string rows, string correct, string accuracy, string interval) =>
            text.Append($"{signer.PadRight(width)}  {rows,7}  {correct,7}  {accuracy,9}  {interval}".TrimEnd()).Append('\n');
    }
}
