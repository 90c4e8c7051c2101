namespace Fingerspell.Training.Evaluation;

/// <summary>A line of the classification report: how well one label, or an average of labels, is found.</summary>
/// <param name="Precision">Of the rows read as the label, the share that is it, 0–1; 0 where none is read so.</param>
/// <param name="Recall">Of the rows that are the label, the share read so, 0–1; 0 where there are none.</param>
/// <param name="F1">Their harmonic mean, 2PR / (P + R), 0–1; 0 where both are 0.</param>
/// <param name="Support">Rows that are the label.</param>
public readonly record struct ClassScore(double Precision, double Recall, double F1, int Support)
{
    /// <summary>The scores that counts give.</summary>
    /// <param name="right">Rows that are the label and are read so.</param>
    /// <param name="read">Rows read as the label.</param>
    /// <param name="support">Rows that are the label.</param>
    internal static ClassScore Of(int right, int read, int support)
    {
        double precision = read == 0 ? 0 : (double)right / read;
        double recall = support == 0 ? 0 : (double)right / support;
        double both = precision + recall;
        return new(precision, recall, both == 0 ? 0 : 2 * precision * recall / both, support);
    }
}
