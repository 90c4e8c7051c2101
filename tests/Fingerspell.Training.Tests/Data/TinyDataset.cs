using System.IO.Compression;
using System.Text;
using Fingerspell.Tests.Shared;

namespace Fingerspell.Training.Tests.Data;

/// <summary>A dataset of a few rows, made up: row r of label l has the pixels (l + r + i) mod 256.</summary>
static class TinyDataset
{
    public static readonly int[] TrainLabels = [3, 0, 24, 8];
    public static readonly int[] TestLabels = [10, 3];

    public static string Header { get; } = "label," + string.Join(',', Enumerable.Range(1, 784).Select(i => $"pixel{i}"));

    public static string Row(int label, int row) =>
        $"{label}," + string.Join(',', Enumerable.Range(0, 784).Select(i => (label + row + i) % 256));

    public static string Csv(IEnumerable<int> labels, string newline = "\r\n") =>
        string.Concat(new[] { Header }.Concat(labels.Select(Row)).Select(line => line + newline));

    public static string Train => Csv(TrainLabels);

    public static string Test => Csv(TestLabels);

    public static string Sources =>
        """
        split,row,label,signer,photo,correlation
        train,1,3,user_9,D/user_9_D7.jpg,0.99832
        train,2,0,user_4,A/user_4_A0.jpg,0.99829
        train,4,8,user_4,I/user_4_I0.jpg,0.9
        train,3,24,user_9,Y/user_9_Y1.jpg,0.9
        test,1,10,user_5,K/user_5_K1.jpg,0.9
        test,2,3,user_9,D/user_9_D7.jpg,0.9

        """;

    public static void WriteFiles(TemporaryFolder folder, string? train = null, string? test = null)
    {
        File.WriteAllText(folder["sign_mnist_train.csv"], train ?? Train);
        File.WriteAllText(folder["sign_mnist_test.csv"], test ?? Test);
    }

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var (name, text) in entries)
            {
                // Stored, so that a test can damage a value and leave the zip's structure whole.
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        return bytes.ToArray();
    }

    public static byte[] Archive => Zip(("sign_mnist_train.csv", Train), ("sign_mnist_test.csv", Test));
}
