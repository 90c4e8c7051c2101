using System.Globalization;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data;
using Fingerspell.Training.Exploring;

namespace Fingerspell.Training.Tests.Exploring;

/// <summary>What we print is, character for character, what pandas 1.5.3 printed.</summary>
public sealed class PandasTextTests
{
    static string Recorded(string file) => File.ReadAllText(SharedData.Require($"golden/{file}"));

    static IntegerFrame ReadCsv(string file)
    {
        string[] lines = File.ReadAllLines(file);
        int[][] rows = [.. lines.Skip(1).Select(line => line.Split(',').Select(int.Parse).ToArray())];
        return new IntegerFrame(lines[0].Split(','), rows.Length, (row, column) => rows[row][column]);
    }

    [Fact]
    public void A_small_frame_is_printed_as_recorded()
    {
        var frame = ReadCsv(Golden.PathOf("small.csv"));
        Assert.Equal(Golden.Read("small_head.txt"), PandasText.Head(frame));
        Assert.Equal(Golden.Read("small_info.txt"), PandasText.Info(frame));
        Assert.Equal(Golden.Read("small_describe.txt"), PandasText.Describe(frame));
        Assert.Equal(Golden.Read("small_describe_full.csv"), PandasText.DescribeCsv(frame));
        Assert.Equal(Golden.Read("small_value_counts.txt"), PandasText.ValueCounts(frame, "label"));
    }

    [Fact]
    public void A_wide_frame_is_cut_in_the_middle_as_recorded()
    {
        var frame = ReadCsv(SharedData.Require("golden/reference/wide40.csv"));
        Assert.Equal(Recorded("reference/wide40_head.txt"), PandasText.Head(frame));
        Assert.Equal(Recorded("reference/wide40_info.txt"), PandasText.Info(frame));
        Assert.Equal(Recorded("reference/wide40_describe.txt"), PandasText.Describe(frame));
        Assert.Equal(Recorded("reference/wide40_repr.txt"), PandasText.Head(frame, 40));
    }

    [Fact]
    public void The_real_files_are_printed_as_recorded()
    {
        string place = SharedData.Require("data/sign-language-mnist");
        var data = SignLanguageMnist.Load(place, TestContext.Current.CancellationToken);
        foreach (var split in new[] { data.Train, data.Test })
        {
            var frame = IntegerFrame.Of(split);
            Assert.Equal(Recorded($"sign-language-mnist/{split.Name}_head.txt"), PandasText.Head(frame));
            Assert.Equal(Recorded($"sign-language-mnist/{split.Name}_info.txt"), PandasText.Info(frame));
            Assert.Equal(Recorded($"sign-language-mnist/{split.Name}_describe.txt"), PandasText.Describe(frame));
            Assert.Equal(Recorded($"sign-language-mnist/{split.Name}_describe.csv"), PandasText.DescribeCsv(frame));
            Assert.Equal(Recorded($"sign-language-mnist/{split.Name}_value_counts.txt"),
                PandasText.ValueCounts(frame, "label", sortByValue: true));
        }
    }

    [Fact]
    public void A_small_number_is_written_as_Python_writes_it()
    {
        // One 1 among 20,000 numbers: a mean of 5e-05.
        var frame = new IntegerFrame(["label"], 20_000, (row, _) => row == 0 ? 1 : 0);
        Assert.Contains("\nmean,5e-05\n", PandasText.DescribeCsv(frame), StringComparison.Ordinal);
    }

    [Fact]
    public void A_tie_goes_to_the_even_digit_as_in_Python()
    {
        // One 1 among 128 numbers: a mean of 0.0078125, which a double holds exactly.
        var frame = new IntegerFrame(["label"], 128, (row, _) => row == 0 ? 1 : 0);
        Assert.Contains("\nmean     0.007812\n", PandasText.Describe(frame), StringComparison.Ordinal);
    }

    public static TheoryData<string> Cases() =>
        new(Golden.Read("pandas_cases.txt").Split("#### ", StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The frames of <c>Golden/pandas_cases.py</c>, made by the same formula.</summary>
    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void Frames_of_many_shapes_are_printed_as_recorded(string recorded)
    {
        int end = recorded.IndexOf('\n', StringComparison.Ordinal);
        string[] words = recorded[..end].Split(' ', 6);
        int[] numbers = [.. words[1..5].Select(word => int.Parse(word, CultureInfo.InvariantCulture))];
        var (rows, columns, modulus, offset) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        var frame = new IntegerFrame([.. Enumerable.Range(0, columns).Select(i => $"{words[5]}{i}")], rows,
            (r, c) => (int)((r * 791_900L + c * 104_729L + r * c * 31L + r * r * 13L) % modulus) + offset);

        string printed = words[0] switch
        {
            "head" => PandasText.Head(frame),
            "info" => PandasText.Info(frame),
            "describe" => PandasText.Describe(frame),
            _ => PandasText.DescribeCsv(frame),
        };

        Assert.Equal(recorded[(end + 1)..], printed);
    }
}
