using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests;

/// <summary>A dataset of three training rows (B, B, Y) and one test row (A), made up.</summary>
static class MadeUpData
{
    public static void Write(TemporaryFolder folder)
    {
        File.WriteAllText(folder["sign_mnist_train.csv"], Csv(1, 1, 24));
        File.WriteAllText(folder["sign_mnist_test.csv"], Csv(0));
    }

    static string Csv(params int[] labels) =>
        "label," + string.Join(',', Enumerable.Range(1, 784).Select(i => $"pixel{i}")) + "\n"
        + string.Concat(labels.Select(label => $"{label}," + string.Join(',', Enumerable.Range(0, 784).Select(i => (label * 7 + i) % 256)) + "\n"));
}
