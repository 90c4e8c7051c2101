using Fingerspell.Training.Plots;

namespace Fingerspell.Training.Evaluation.Photos;

/// <summary>The files that an evaluation of photographs leaves in a folder: the same as that of a dataset.</summary>
public static class PhotoEvaluationFiles
{
    /// <summary>
    /// Writes what <see cref="EvaluationFiles"/> writes, but for <c>reliability.png</c> where no letter was seen to be signed;
    /// in the matrix and in <c>report.json</c>, "none" is no answer or, as a true label, no hand.
    /// </summary>
    /// <param name="folder">The folder; made where missing.</param>
    /// <param name="name">What was read, for the sheet of misread crops.</param>
    /// <param name="readings">One or more.</param>
    /// <param name="measurement">Their sum.</param>
    /// <exception cref="FingerspellException">A file cannot be written.</exception>
    public static void Write(string folder, string name, IReadOnlyList<PhotoReading> readings, Measurement measurement)
    {
        byte[] truth = [.. readings.Select(reading => reading.Photo.Label ?? LabelNames.NoLetter)];
        byte[] read = [.. readings.Select(reading => reading.Read)];
        var sheet = new MisreadSheet(
            $"photographs of {name}", readings.Count, Confusion.Of(truth, read, row => readings[row].Reading.Confidence),
            row => readings[row].Reading.Crop, row => readings[row].Reading.Confidence);
        var matrix = ConfusionMatrix.Of(truth, read);
        var names = LabelNames.Letters(matrix.Labels);
        string report = measurement.ToText()
            + "\nConfusion matrix: a row a true letter, a column one read\n" + matrix.ToFrame(names) + "\n";
        EvaluationFiles.Write(folder, report, ClassificationReport.Of(truth, read).ToJson(names), matrix, sheet, measurement.Calibration);
    }
}
