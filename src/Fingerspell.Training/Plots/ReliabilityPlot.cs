using Fingerspell.Training.Evaluation;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Fingerspell.Training.Plots;

/// <summary>Draws a reliability diagram: accuracy over confidence, on the diagonal where confidence is honest.</summary>
public static class ReliabilityPlot
{
    /// <summary>Writes a PNG with a bar a bin, the rows in it above, and the diagonal.</summary>
    /// <param name="file">The PNG file; it is there whole or not at all.</param>
    /// <param name="calibration">What to draw.</param>
    /// <exception cref="FingerspellException">The file cannot be written.</exception>
    public static void Write(string file, Calibration calibration)
    {
        var plot = PlotFont.NewPlot();
        var diagonal = plot.Add.Line(0, 0, 1, 1);
        diagonal.LinePattern = LinePattern.Dashed;
        diagonal.LineColor = Colors.Gray;
        diagonal.LegendText = "honest confidence";

        var filled = calibration.Bins.Where(bin => bin.Count > 0).ToList();
        var bars = plot.Add.Bars(filled.Select(bin => new Bar
        {
            Position = (bin.From + bin.To) / 2,
            Value = bin.Accuracy,
            Size = bin.To - bin.From,
            FillColor = Colors.C0.WithAlpha(0.6),
        }).ToArray());
        bars.LegendText = "accuracy";
        var means = plot.Add.ScatterPoints(
            filled.Select(bin => bin.Confidence).ToArray(), filled.Select(bin => bin.Accuracy).ToArray(), Colors.C3);
        means.LegendText = "at the bin's mean confidence";
        foreach (var bin in filled)
        {
            var count = plot.Add.Text($"{bin.Count}", (bin.From + bin.To) / 2, bin.Accuracy + 0.01);
            count.LabelAlignment = Alignment.LowerCenter;
            count.LabelFontSize = 11;
        }

        plot.Title(FormattableString.Invariant($"Reliability: calibration error (ECE) {100 * calibration.Error:F2} %"), size: 16);
        plot.XLabel("confidence (numbers: rows)", size: 13);
        plot.YLabel("accuracy", size: 13);
        plot.ShowLegend(Alignment.UpperLeft);
        plot.Axes.Left.TickGenerator = plot.Axes.Bottom.TickGenerator = new NumericFixedInterval(0.1);
        plot.Axes.SetLimits(0, 1, 0, 1.08);
        WholeFile.Write(file, beside => plot.SavePng(beside, 720, 720));
    }
}
