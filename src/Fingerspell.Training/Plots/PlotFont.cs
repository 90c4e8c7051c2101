using ScottPlot;
using SkiaSharp;

namespace Fingerspell.Training.Plots;

/// <summary>The font of every plot. It is shipped with the program: without a system font ScottPlot silently draws no text.</summary>
public static class PlotFont
{
    const string Family = "Fingerspell Plot";

    static readonly string File = Path.Combine(AppContext.BaseDirectory, "Fonts", "DejaVuSans.ttf");

    static readonly Lazy<bool> Registered = new(() =>
    {
        RequireFile();
        // Titles ask for bold; one face serves both.
        Fonts.AddFontFile(Family, File, bold: false, italic: false);
        Fonts.AddFontFile(Family, File, bold: true, italic: false);
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

    /// <summary>The font's typeface, for pictures that are drawn without a plot.</summary>
    public static SKTypeface NewTypeface()
    {
        RequireFile();
        return SKTypeface.FromFile(File);
    }

    static void RequireFile()
    {
        if (!System.IO.File.Exists(File))
            throw new FingerspellException($"the plots' font {File} is missing; build the project again");
    }
}
