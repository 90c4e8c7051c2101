using System.Globalization;
using System.Text;

namespace Fingerspell.App.Tests;

/// <summary>Writes small datasets in the form of Sign Language MNIST, all made up.</summary>
static class MadeDataset
{
    static readonly string Header = "label," + string.Join(',', Enumerable.Range(1, 784).Select(i => $"pixel{i}")) + "\n";

    /// <summary>Three training rows (B, B, Y) and one test row (A), without sources.</summary>
    public static void WriteFewRows(string folder)
    {
        File.WriteAllText(Path.Combine(folder, "sign_mnist_train.csv"), Csv(1, 1, 24));
        File.WriteAllText(Path.Combine(folder, "sign_mnist_test.csv"), Csv(0));

        static string Csv(params int[] labels) => Header
            + string.Concat(labels.Select(label => Row(label, pixel => (label * 7 + pixel) % 256)));
    }

    /// <summary>Rows of noise in which a bright bar tells the label, with signers and photographs: enough to learn from.</summary>
    public static void Write(string folder, int trainRows, int testRows)
    {
        Directory.CreateDirectory(folder);
        var sources = new StringBuilder("split,row,label,signer,photo,correlation\n");
        foreach (var (name, rows) in new[] { ("train", trainRows), ("test", testRows) })
        {
            var random = new Random(rows);
            var csv = new StringBuilder(Header);
            for (int row = 0; row < rows; row++)
            {
                int label = row % 8;
                csv.Append(Row(label, pixel => pixel / 84 == label ? 255 : random.Next(256)));
                sources.Append(CultureInfo.InvariantCulture, $"{name},{row + 1},{label},user_{row % 3},{name}/{row / 4}.jpg,0.999\n");
            }
            File.WriteAllText(Path.Combine(folder, $"sign_mnist_{name}.csv"), csv.ToString());
        }
        File.WriteAllText(Path.Combine(folder, "sources.csv"), sources.ToString());
    }

    static string Row(int label, Func<int, int> pixel) =>
        $"{label},{string.Join(',', Enumerable.Range(0, 784).Select(pixel))}\n";
}
