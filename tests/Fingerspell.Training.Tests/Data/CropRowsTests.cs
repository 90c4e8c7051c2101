using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data;

namespace Fingerspell.Training.Tests.Data;

public sealed class CropRowsTests : IDisposable
{
    static readonly string Header = string.Join(",", Enumerable.Range(1, 784).Select(i => $"pixel{i}"));

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    static string Row(int start) => string.Join(",", Enumerable.Range(start, 784).Select(i => i % 256));

    IReadOnlyList<CropRow> Load(string text)
    {
        File.WriteAllText(folder["a.csv"], text);
        return CropRows.Load(folder["a.csv"]);
    }

    [Theory]
    [InlineData("label,", "3,", "\r\n")]
    [InlineData("", "", "\n")]
    public void Rows_are_read_with_a_label_or_without(string label, string value, string newLine)
    {
        var rows = Load($"{label}{Header}{newLine}{value}{Row(0)}{newLine}{value}{Row(5)}{newLine}");
        Assert.Equal([1, 2], rows.Select(r => r.Number));
        Assert.Equal(Enumerable.Range(5, 784).Select(i => (byte)(i % 256)), rows[1].Crop!.Pixels.ToArray());
    }

    [Fact]
    public void A_wrong_row_is_told_and_the_rest_is_read()
    {
        var rows = Load($"{Header}\n{Row(0).Replace("3,", "300,", StringComparison.Ordinal)}\n1,2,3\n{Row(9)}\n");
        Assert.StartsWith("pixel4 is not a whole number", rows[0].Error, StringComparison.Ordinal);
        Assert.Equal("3 values, expected 784", rows[1].Error);
        Assert.Null(rows[2].Error);
        Assert.NotNull(rows[2].Crop);
    }

    [Theory]
    [InlineData("", "it is empty")]
    [InlineData("file,letter\nA,A\n", "its header is another")]
    [InlineData("label\n", "its header is another")]
    public void Another_file_is_refused(string text, string why)
    {
        var error = Assert.Throws<FingerspellException>(() => Load(text));
        Assert.Contains(why, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_alone_is_refused() =>
        Assert.Contains("no row", Assert.Throws<FingerspellException>(() => Load(Header + "\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_refused() =>
        Assert.Contains("none.csv", Assert.Throws<FingerspellException>(() => CropRows.Load(folder["none.csv"])).Message, StringComparison.Ordinal);
}
