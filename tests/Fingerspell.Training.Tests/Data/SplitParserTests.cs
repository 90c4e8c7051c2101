using System.Text;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data;

namespace Fingerspell.Training.Tests.Data;

/// <summary>Every way in which a CSV file can be wrong is refused with a message that says where.</summary>
public sealed class SplitParserTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    string Refusal(byte[] train)
    {
        TinyDataset.WriteFiles(folder);
        File.WriteAllBytes(folder["sign_mnist_train.csv"], train);
        var error = Assert.Throws<FingerspellException>(() => SignLanguageMnist.Load(folder.Path, TestContext.Current.CancellationToken));
        Assert.StartsWith(folder["sign_mnist_train.csv"] + ", ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("; mend the file, or get the published one with `fingerspell data --fetch`", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        return error.Message;
    }

    string Refusal(string train) => Refusal(Encoding.UTF8.GetBytes(train));

    /// <summary>The training file with one value of one row (1-based) replaced.</summary>
    static string With(int row, int column, string value)
    {
        var lines = TinyDataset.Train.Split("\r\n");
        var values = lines[row].Split(',');
        values[column] = value;
        lines[row] = string.Join(',', values);
        return string.Join("\r\n", lines);
    }

    [Theory]
    [InlineData("256")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData(" 7")]
    [InlineData("x")]
    [InlineData("0x10")]
    [InlineData("99999999999999999999")]
    public void A_value_that_is_no_grey_value(string value) =>
        Assert.Contains("row 3, column pixel17: expected a whole number from 0 to 255, found \"", Refusal(With(3, 17, value)), StringComparison.Ordinal);

    [Fact]
    public void A_value_that_is_missing_between_commas() =>
        Assert.Contains("row 1, column pixel784: expected a whole number from 0 to 255, found nothing", Refusal(With(1, 784, "")), StringComparison.Ordinal);

    [Theory]
    [InlineData("9", "row 2, column label: 9 is J, a letter signed with motion")]
    [InlineData("25", "row 2, column label: 25 is Z, a letter signed with motion")]
    [InlineData("26", "row 2, column label: expected 0 to 24 without 9, found 26")]
    [InlineData("255", "row 2, column label: expected 0 to 24 without 9, found 255")]
    [InlineData("256", "row 2, column label: expected a whole number from 0 to 24, found \"256\"")]
    [InlineData("A", "row 2, column label: expected a whole number from 0 to 24, found \"A\"")]
    public void A_label_that_is_no_letter_of_the_dataset(string label, string expected) =>
        Assert.Contains(expected, Refusal(With(2, 0, label)), StringComparison.Ordinal);

    [Fact]
    public void A_header_with_another_name() =>
        Assert.Contains("header, column 4: expected pixel3, found \"pixel03\"", Refusal(With(0, 3, "pixel03")), StringComparison.Ordinal);

    [Fact]
    public void A_header_that_lacks_a_column() =>
        Assert.Contains("header: expected 785 columns, label and pixel1 to pixel784, found 784",
            Refusal(TinyDataset.Train.Replace(",pixel784", "", StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void A_header_with_a_column_too_many() =>
        Assert.Contains("header: expected 785 columns, label and pixel1 to pixel784, found 786",
            Refusal(With(0, 784, "pixel784,pixel785")), StringComparison.Ordinal);

    [Fact]
    public void A_file_without_line_ends() =>
        Assert.Contains("the first line has no end within 16384 bytes", Refusal(string.Join(",", Enumerable.Repeat(TinyDataset.Header, 4))), StringComparison.Ordinal);

    [Fact]
    public void A_file_without_header() =>
        Assert.Contains("header, column 1: expected label, found \"3\"",
            Refusal(TinyDataset.Train[(TinyDataset.Header.Length + 2)..]), StringComparison.Ordinal);

    [Fact]
    public void A_row_that_lacks_a_value() =>
        Assert.Contains("row 4, column pixel784: missing; the row has 784 of 785 values",
            Refusal(TinyDataset.Train[..TinyDataset.Train.LastIndexOf(',')] + "\r\n"), StringComparison.Ordinal);

    [Fact]
    public void A_row_with_a_value_too_many() =>
        Assert.Contains("row 2: 786 values, 1 more than the header has columns", Refusal(With(2, 784, "1,2")), StringComparison.Ordinal);

    [Fact]
    public void A_last_row_that_is_cut_off() =>
        Assert.Contains("row 4, column pixel4: missing; the row has 4 of 785 values",
            Refusal(TinyDataset.Csv(TinyDataset.TrainLabels.Take(3)) + "8,1,2,3"), StringComparison.Ordinal);

    [Fact]
    public void A_last_row_that_is_cut_off_behind_a_comma() =>
        Assert.Contains("row 4, column pixel3: expected a whole number from 0 to 255, found nothing",
            Refusal(TinyDataset.Csv(TinyDataset.TrainLabels.Take(3)) + "8,1,2,"), StringComparison.Ordinal);

    [Fact]
    public void An_empty_file() => Assert.Contains("the file is empty", Refusal(""), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\n\n\n")]
    public void A_file_that_is_only_a_header(string end) =>
        Assert.Contains("there is a header but no row", Refusal(TinyDataset.Header + end), StringComparison.Ordinal);

    [Fact]
    public void A_page_of_HTML() =>
        Assert.Contains("header, column 1: expected label, found \"<!DOCTYPE html>\"",
            Refusal("<!DOCTYPE html>\n<html><body>Sign in, please</body></html>\n"), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_text_at_all()
    {
        var noise = new byte[100_000];
        new Random(1).NextBytes(noise);
        Refusal(noise);
        Refusal(new byte[100_000]);
        Refusal(TinyDataset.Archive);
    }

    [Fact]
    public void A_quote_that_is_never_closed() => Refusal(With(2, 5, "\"12"));
}
