using System.Text;
using Fingerspell.Training.Data;

namespace Fingerspell.Training.Tests.Data;

/// <summary>The fast way reads what the careful one does, or gives up and leaves the file to it.</summary>
public sealed class RowScannerTests
{
    static (byte[] Labels, ReadOnlyMemory<byte> Pixels)? Scan(string csv) => Scan(new MemoryStream(Encoding.ASCII.GetBytes(csv)));

    static (byte[] Labels, ReadOnlyMemory<byte> Pixels)? Scan(Stream csv) => RowScanner.Read(csv, stop: TestContext.Current.CancellationToken);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void It_reads_what_the_careful_parser_reads(string newline)
    {
        // More than all pieces that are read at once.
        var labels = Enumerable.Range(0, 7500).Select(i => i * 7 % 25).Where(label => label != 9);
        string csv = TinyDataset.Csv(labels, newline);
        var careful = SplitParser.Parse("train", "made.csv", Encoding.ASCII.GetBytes(csv), TestContext.Current.CancellationToken);
        var fast = Scan(csv);
        Assert.NotNull(fast);
        Assert.Equal(careful.Labels, fast.Value.Labels);
        Assert.Equal(careful.Pixels, fast.Value.Pixels);
    }

    [Fact]
    public void It_reads_a_file_that_comes_a_few_bytes_at_a_time()
    {
        var fast = Scan(new Trickle(Encoding.ASCII.GetBytes(TinyDataset.Train)));
        Assert.NotNull(fast);
        Assert.Equal(TinyDataset.TrainLabels.Select(label => (byte)label), fast.Value.Labels);
    }

    [Theory]
    [InlineData("256")]
    [InlineData("-1")]
    [InlineData("")]
    [InlineData("1000")]
    [InlineData(" 7")]
    [InlineData("\"7\"")]
    public void It_gives_up_at_a_value_that_is_written_otherwise(string value) =>
        Assert.Null(Scan(TinyDataset.Train.Replace(",77,78,", $",{value},78,", StringComparison.Ordinal)));

    [Theory]
    [InlineData("")]
    [InlineData("label,pixel1\n3,4\n")]
    public void It_gives_up_without_the_header(string csv) => Assert.Null(Scan(csv));

    [Fact]
    public void It_gives_up_at_a_row_that_is_too_short_or_long_or_has_no_letter_or_no_end()
    {
        string row = TinyDataset.Row(3, 0), header = TinyDataset.Header + "\n";
        Assert.NotNull(Scan(header + row + "\n"));
        Assert.Null(Scan(header));
        Assert.Null(Scan(header + row));
        Assert.Null(Scan(header + row + ",1\n"));
        Assert.Null(Scan(header + row[..row.LastIndexOf(',')] + "\n"));
        Assert.Null(Scan(header + "9" + row[1..] + "\n"));
        Assert.Null(Scan(header + row + "\r"));
        Assert.Null(Scan(header + row + "\r1\n"));
        Assert.Null(Scan(header + row + "\n\n"));
    }

    [Fact]
    public void It_gives_up_at_any_byte_that_is_otherwise()
    {
        byte[] csv = Encoding.ASCII.GetBytes(TinyDataset.Header + "\n" + TinyDataset.Row(3, 0) + "\n" + TinyDataset.Row(8, 1) + "\n");
        int first = TinyDataset.Header.Length + 1;
        var random = new Random(1);
        for (int i = 0; i < 2000; i++)
        {
            byte[] other = [.. csv];
            int at = random.Next(first, csv.Length);
            other[at] = (byte)random.Next(256);
            var fast = Scan(new MemoryStream(other));
            if (fast is null)
                continue;
            // What it reads all the same is read alike by the careful parser.
            var careful = SplitParser.Parse("train", "made.csv", other, TestContext.Current.CancellationToken);
            Assert.Equal(careful.Labels, fast.Value.Labels);
            Assert.Equal(careful.Pixels, fast.Value.Pixels);
        }
    }

    /// <summary>A stream that gives 9000 bytes at most at once.</summary>
    sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 9000));
    }
}
