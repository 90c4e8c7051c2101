using System.Globalization;
using System.Text;

namespace Fingerspell.App.Tests;

/// <summary>Writes a small dataset in the form of Sign Language MNIST, with made-up pixels, signers and photographs.</summary>
static class MadeDataset
{
    public static void Write(string folder, int trainRows, int testRows)
    {
        Directory.CreateDirectory(folder);
        var sources = new StringBuilder("split,row,label,signer,photo,correlation\n");
        foreach (var (name, rows) in new[] { ("train", trainRows), ("test", testRows) })
        {
            var random = new Random(rows);
            var csv = new StringBuilder("label," + string.Join(',', Enumerable.Range(1, 784).Select(i => $"pixel{i}")) + "\n");
            for (int row = 0; row < rows; row++)
            {
                int label = row % 8;
                csv.Append(label);
                for (int pixel = 0; pixel < 784; pixel++)
                    csv.Append(',').Append(pixel / 84 == label ? 255 : random.Next(256));
                csv.Append('\n');
                sources.Append(CultureInfo.InvariantCulture, $"{name},{row + 1},{label},user_{row % 3},{name}/{row / 4}.jpg,0.999\n");
            }
            File.WriteAllText(Path.Combine(folder, $"sign_mnist_{name}.csv"), csv.ToString());
        }
        File.WriteAllText(Path.Combine(folder, "sources.csv"), sources.ToString());
    }
}
