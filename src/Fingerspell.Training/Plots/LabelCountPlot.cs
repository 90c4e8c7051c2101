using Fingerspell.Training.Data;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Fingerspell.Training.Plots;

/// <summary>Draws how many rows each letter has, the splits side by side.</summary>
public static class LabelCountPlot
{
    const int Width = 1100, Height = 460;
    const double BarWidth = 0.4;

    static readonly Color[] SplitColors = [Color.FromHex("#2f6db3"), Color.FromHex("#e08a2e")];

    /// <summary>The bar chart as PNG.</summary>
    /// <param name="splits">One or two splits.</param>
    public static byte[] ToPng(params IReadOnlyList<DatasetSplit> splits)
    {
        var plot = PlotFont.NewPlot();
        for (int s = 0; s < splits.Count; s++)
        {
            var counts = splits[s].LetterCounts();
            var bars = plot.Add.Bars(
                Enumerable.Range(0, counts.Count).Select(i => i + (s - (splits.Count - 1) / 2.0) * BarWidth),
                counts.Select(count => (double)count.Rows));
            bars.LegendText = FormattableString.Invariant($"{splits[s].Name}, {splits[s].Count:N0} rows");
            foreach (var bar in bars.Bars)
            {
                bar.Size = BarWidth;
                bar.FillColor = SplitColors[s];
                bar.LineWidth = 0;
            }
        }

        double[] places = [.. Enumerable.Range(0, Alphabet.StaticLetters.Length).Select(i => (double)i)];
        plot.Axes.Bottom.TickGenerator = new NumericManual(places, [.. Alphabet.StaticLetters.Select(letter => $"{letter}")]);
        plot.Axes.Bottom.TickLabelStyle.FontSize = 15;
        plot.Axes.Bottom.MajorTickStyle.Color = Colors.Transparent;
        plot.Axes.Left.TickGenerator = new NumericAutomatic { TickDensity = 0.4, MinorTickGenerator = new EvenlySpacedMinorTickGenerator(1) };
        plot.Axes.Right.IsVisible = plot.Axes.Top.IsVisible = false;
        plot.Axes.Left.TickLabelStyle.FontSize = 13;
        plot.Title("Rows of each letter", size: 18);
        plot.YLabel("rows", size: 14);
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Axes.Margins(left: 0.02, right: 0.02, bottom: 0, top: 0.18);
        plot.ShowLegend(Alignment.UpperRight, Orientation.Horizontal);
        plot.Legend.FontSize = 14;
        plot.Legend.ShadowColor = plot.Legend.OutlineColor = Colors.Transparent;
        return plot.GetImage(Width, Height).GetImageBytes(ImageFormat.Png);
    }
}
