using System.Globalization;
using Fingerspell.Training.Evaluation;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace Fingerspell.Training.Plots;

/// <summary>Draws a confusion matrix: true labels down, read ones across, the share of each row as colour.</summary>
public static class ConfusionMatrixPlot
{
    const int PixelsPerCell = 38, PixelsAround = 150;

    /// <summary>Writes a PNG with the count in each cell that is not empty.</summary>
    /// <param name="file">The PNG file; it is there whole or not at all.</param>
    /// <param name="matrix">The matrix.</param>
    /// <param name="names">A name for each of its labels.</param>
    /// <exception cref="FingerspellException">Not one name a label, or the file cannot be written.</exception>
    public static void WriteCounts(string file, ConfusionMatrix matrix, IReadOnlyList<string> names) =>
        Write(file, matrix, names, "Confusion matrix: rows", (t, p) => $"{matrix[t, p]}");

    /// <summary>Writes a PNG with the share of its true label's rows, in per cent, in each cell that is not empty.</summary>
    /// <inheritdoc cref="WriteCounts"/>
    public static void WriteNormalised(string file, ConfusionMatrix matrix, IReadOnlyList<string> names)
    {
        double[,] shares = matrix.Normalised();
        Write(file, matrix, names, "Confusion matrix: % of the true letter's rows", (t, p) => Percent(shares[t, p]));
    }

    static void Write(
        string file, ConfusionMatrix matrix, IReadOnlyList<string> names, string title, Func<int, int, string> cellText)
    {
        LabelNames.RequireFor(matrix.Labels, names);
        double[,] shares = matrix.Normalised();
        int size = matrix.Size;
        var plot = PlotFont.NewPlot();
        var map = plot.Add.Heatmap(shares);
        map.Colormap = new ScottPlot.Colormaps.Blues().Reversed();
        map.ManualRange = new(0, 1);
        for (int t = 0; t < size; t++)
        {
            for (int p = 0; p < size; p++)
            {
                if (matrix[t, p] > 0)
                    Cell(plot, p, size - 1 - t, cellText(t, p), isError: t != p, shares[t, p]);
            }
        }

        var places = Enumerable.Range(0, size).Select(i => (double)i).ToArray();
        plot.Axes.Left.TickGenerator = new NumericManual(places, [.. names.Reverse()]);
        plot.Axes.Bottom.TickGenerator = new NumericManual(places, [.. names]);
        plot.Axes.Left.TickLabelStyle.FontSize = plot.Axes.Bottom.TickLabelStyle.FontSize = 14;
        plot.Axes.Left.MajorTickStyle.Length = plot.Axes.Bottom.MajorTickStyle.Length = 0;
        plot.Title(title, size: 17);
        plot.XLabel("read as", size: 14);
        plot.YLabel("true", size: 14);
        plot.HideGrid();
        plot.Axes.SetLimits(-0.5, size - 0.5, -0.5, size - 0.5);
        int side = size * PixelsPerCell + PixelsAround;
        WholeFile.Write(file, beside => plot.SavePng(beside, side, side));
    }

    static void Cell(Plot plot, double x, double y, string content, bool isError, double share)
    {
        var text = plot.Add.Text(content, x, y);
        text.LabelAlignment = Alignment.MiddleCenter;
        text.LabelFontSize = 12;
        text.LabelFontColor = share > 0.5 ? Colors.White : isError ? Colors.Red : Colors.Black;
    }

    /// <summary>At most four characters: "100", which is all and nothing less, "99.9", "98", "1.2", "&lt;.1".</summary>
    internal static string Percent(double share) => (100 * share) switch
    {
        < 0.05 => "<.1",
        < 9.95 => (100 * share).ToString("0.0", CultureInfo.InvariantCulture),
        >= 99.5 and var percent when share < 1 => Math.Min(percent, 99.9).ToString("0.0", CultureInfo.InvariantCulture),
        var percent => percent.ToString("0", CultureInfo.InvariantCulture),
    };
}
