using ScottPlot;

namespace Fingerspell.Training.Plots;

/// <summary>The font of every plot. It is shipped with the program: without a system font ScottPlot silently draws no text.</summary>
public static class PlotFont
{
    const string Family = "Fingerspell Plot";

    static readonly Lazy<bool> Registered = new(() =>
    {
        string file = Path.Combine(AppContext.BaseDirectory, "Fonts", "DejaVuSans.ttf");
        if (!File.Exists(file))
            throw new FingerspellException($"the plots' font {file} is missing; build the project again");
        // Titles ask for bold; one face serves both.
        Fonts.AddFontFile(Family, file, bold: false, italic: false);
        Fonts.AddFontFile(Family, file, bold: true, italic: false);
        Fonts.Default = Family;
        return true;
    });

    /// <summary>A new plot whose text uses the shipped font. Make every plot with it.</summary>
    public static Plot NewPlot()
    {
        _ = Registered.Value;
        var plot = new Plot();
        plot.Font.Set(Family);
        return plot;
    }
}
