using Fingerspell.Training.Learning;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Fingerspell.Training.Plots;

/// <summary>Draws how training went: loss, accuracy and learning rate over the epochs.</summary>
public static class TrainingCurves
{
    const int Width = 900, HeightOfPanel = 320;

    /// <summary>Writes a PNG of three panels; validation is drawn where it was measured, the learning rate on a log axis.</summary>
    /// <param name="file">The PNG file; it is there whole or not at all.</param>
    /// <param name="epochs">One epoch or more, in order.</param>
    /// <exception cref="FingerspellException">No epochs, or the file cannot be written.</exception>
    public static void Write(string file, IReadOnlyList<EpochMetrics> epochs)
    {
        if (epochs.Count == 0)
            throw new FingerspellException($"no curves to draw into {file}: not one epoch is complete");

        var panels = new Multiplot();
        panels.Reset(Panel("Loss", epochs, e => e.Loss, e => e.ValidationLoss, Alignment.UpperRight));
        panels.AddPlot(Panel("Accuracy", epochs, e => e.Accuracy, e => e.ValidationAccuracy, Alignment.LowerRight));
        panels.AddPlot(LearningRate(epochs));
        WholeFile.Write(file, beside => panels.SavePng(beside, Width, 3 * HeightOfPanel));
    }

    static Plot Panel(
        string title,
        IReadOnlyList<EpochMetrics> epochs,
        Func<EpochMetrics, double> train,
        Func<EpochMetrics, double?> validation,
        Alignment legend)
    {
        var plot = NewPanel(title, epochs);
        Line(plot, [.. epochs.Select(e => ((double)e.Epoch, train(e)))], Colors.C0, "train");
        var held = epochs.Where(e => validation(e) is not null).Select(e => ((double)e.Epoch, validation(e)!.Value)).ToList();
        if (held.Count > 0)
            Line(plot, held, Colors.C1, "validation");
        // One point gives no scale.
        if (epochs.Count == 1)
            plot.Axes.SetLimitsY(0, Math.Max(1, 1.2 * Math.Max(train(epochs[0]), validation(epochs[0]) ?? 0)));
        plot.ShowLegend(legend, Orientation.Horizontal);
        return plot;
    }

    static Plot LearningRate(IReadOnlyList<EpochMetrics> epochs)
    {
        var plot = NewPanel("Learning rate", epochs);
        // ScottPlot has linear axes only: draw the logarithm and name the ticks by what they stand for.
        List<(double, double)> powers = [.. epochs.Where(e => e.LearningRate > 0).Select(e => ((double)e.Epoch, Math.Log10(e.LearningRate)))];
        Line(plot, powers, Colors.C2, null);
        plot.Axes.Left.TickGenerator = new NumericAutomatic
        {
            MinorTickGenerator = new LogDecadeMinorTickGenerator { TicksPerDecade = 9 },
            IntegerTicksOnly = true,
            LabelFormatter = power => FormattableString.Invariant($"1e{power:0}"),
        };
        if (powers.Count > 0)
            plot.Axes.SetLimitsY(Math.Floor(powers.Min(p => p.Item2) - 0.05), Math.Ceiling(powers.Max(p => p.Item2) + 0.05));
        return plot;
    }

    static Plot NewPanel(string title, IReadOnlyList<EpochMetrics> epochs)
    {
        var plot = PlotFont.NewPlot();
        plot.Title(title, size: 15);
        plot.XLabel("epoch", size: 12);
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true };
        double room = Math.Max(0.5, 0.03 * epochs.Count);
        plot.Axes.SetLimitsX(epochs[0].Epoch - room, epochs[^1].Epoch + room);
        return plot;
    }

    static void Line(Plot plot, IEnumerable<(double X, double Y)> points, Color color, string? name)
    {
        double[] x = [.. points.Select(point => point.X)], y = [.. points.Select(point => point.Y)];
        var line = plot.Add.Scatter(x, y, color);
        line.LineWidth = 2;
        line.MarkerSize = x.Length > 60 ? 0 : 6;
        if (name is not null)
            line.LegendText = name;
    }
}
