using System.Text;
using Fingerspell.Training.Data;
using Fingerspell.Training.Plots;

namespace Fingerspell.Training.Exploring;

/// <summary>A first look at the data: what pandas prints of it, three figures, and one page with all of it.</summary>
public static class Exploration
{
    const int FirstPictures = 10;

    /// <summary>What pandas prints of both files: head, info, describe and how often each label occurs, each below the expression that it answers.</summary>
    public static string Text(SignLanguageMnist data)
    {
        var text = new StringBuilder();
        foreach (var split in new[] { data.Train, data.Test })
        {
            var frame = IntegerFrame.Of(split);
            text.Append(split.Name).Append(".head()\n").Append(PandasText.Head(frame)).Append('\n')
                .Append(split.Name).Append(".info()\n").Append(PandasText.Info(frame)).Append('\n')
                .Append(split.Name).Append(".describe()\n").Append(PandasText.Describe(frame)).Append('\n')
                .Append(split.Name).Append(".label.value_counts().sort_index()\n").Append(PandasText.ValueCounts(frame, "label", sortByValue: true)).Append('\n');
        }
        return text.ToString();
    }

    /// <summary>The first pictures of the training file, the label counts of both files, and the mean picture of each letter.</summary>
    public static IReadOnlyList<Figure> Figures(SignLanguageMnist data)
    {
        int first = Math.Min(FirstPictures, data.Train.Count);
        return
        [
            new("first_images.png", $"The first {first} pictures of the training file, each with its letter.",
                PictureGrid.ToPng(
                    $"The first {first} pictures of the training file",
                    [.. Enumerable.Range(0, first).Select(row => ($"{Alphabet.LetterOf(data.Train.Labels[row])}", data.Train.PixelsOf(row)))],
                    columns: 5)),
            new("label_counts.png", "Number of rows of each letter in the training and the test file.",
                LabelCountPlot.ToPng(data.Train, data.Test)),
            new("letter_means.png", "The mean picture of each letter in the training file.",
                PictureGrid.ToPng(
                    "The mean picture of each letter, training file",
                    [.. LetterMeans.Of(data.Train).Select(mean => ($"{mean.Letter}", (ReadOnlyMemory<byte>)mean.Mean))],
                    columns: 8)),
        ];
    }

    /// <summary>
    /// Writes the figures as PNG, <c>train_describe.csv</c> and <c>test_describe.csv</c> with all 785 columns, and
    /// <c>explore.html</c>.
    /// </summary>
    /// <param name="folder">Made where it is missing; files of these names are replaced.</param>
    /// <param name="data">The data.</param>
    /// <param name="wrote">Is told each file's path once it is there; the page is the last.</param>
    /// <param name="stop">Stops between two files.</param>
    /// <exception cref="FingerspellException">A file cannot be written.</exception>
    public static void Write(string folder, SignLanguageMnist data, Action<string> wrote, CancellationToken stop = default)
    {
        var figures = Figures(data);
        foreach (var figure in figures)
            WriteOne(figure.Name, figure.Png);
        WriteOne("train_describe.csv", Encoding.UTF8.GetBytes(PandasText.DescribeCsv(IntegerFrame.Of(data.Train))));
        WriteOne("test_describe.csv", Encoding.UTF8.GetBytes(PandasText.DescribeCsv(IntegerFrame.Of(data.Test))));
        WriteOne("explore.html", Encoding.UTF8.GetBytes(ExplorePage.Html(data, figures)));

        void WriteOne(string name, byte[] content)
        {
            stop.ThrowIfCancellationRequested();
            string file = Path.Combine(folder, name);
            WholeFile.Write(file, content);
            wrote(file);
        }
    }
}
