using Fingerspell.Training.Data;
using Fingerspell.Training.Plots;

namespace Fingerspell.Training.Evaluation;

/// <summary>The files that an evaluation leaves in a folder, a run folder for one.</summary>
public static class EvaluationFiles
{
    /// <summary>
    /// Writes <c>report.txt</c>, <c>report.json</c> (the classification report), <c>confusion_matrix.csv</c> and <c>.png</c>,
    /// <c>confusion_matrix_normalized.png</c>, <c>reliability.png</c> and <c>misread.png</c>, each whole or not at all; files of the same names are
    /// replaced.
    /// </summary>
    /// <param name="folder">The folder; made where missing.</param>
    /// <param name="predictions">Predictions for the rows of <paramref name="split"/>.</param>
    /// <param name="split">The rows.</param>
    /// <param name="letters">See <see cref="EvaluationReport.Of"/>.</param>
    /// <param name="digits">See <see cref="EvaluationReport.Of"/>.</param>
    /// <exception cref="FingerspellException">The rows do not belong together, or a file cannot be written.</exception>
    public static void Write(string folder, Predictions predictions, DatasetSplit split, bool letters = true, int digits = 2)
    {
        var sheet = MisreadSheet.Of(predictions, split);
        Write(folder, EvaluationReport.Of(predictions, letters, digits), EvaluationReport.Json(predictions, letters), ConfusionMatrix.Of(predictions), sheet, Calibration.Of(predictions));
    }

    /// <summary>Writes the files from their contents.</summary>
    internal static void Write(string folder, string report, string json, ConfusionMatrix matrix, MisreadSheet sheet, Calibration? calibration)
    {
        var names = LabelNames.Letters(matrix.Labels);
        WholeFile.Write(In("report.txt"), report);
        WholeFile.Write(In("report.json"), json + "\n");
        WholeFile.Write(In("confusion_matrix.csv"), matrix.ToCsv());
        ConfusionMatrixPlot.WriteCounts(In("confusion_matrix.png"), matrix, names);
        ConfusionMatrixPlot.WriteNormalised(In("confusion_matrix_normalized.png"), matrix, names);
        sheet.Write(In("misread.png"));
        if (calibration is not null)
            ReliabilityPlot.Write(In("reliability.png"), calibration);
        else // one of an earlier evaluation would be taken for this one's
            File.Delete(In("reliability.png"));

        string In(string name) => Path.Combine(folder, name);
    }
}
