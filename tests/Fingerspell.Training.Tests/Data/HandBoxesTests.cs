using Fingerspell.Imaging;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data;

namespace Fingerspell.Training.Tests.Data;

public sealed class HandBoxesTests : IDisposable
{
    const string Header = "file,letter,signer,x,y,width,height";

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Boxes_are_found_by_the_photographs_name()
    {
        var boxes = Load($"{Header}\nA/1.jpg,A,ann,113,-9,110,100\n\"B/1,2.jpg\",B,,0,0,1,1\n");
        Assert.Equal(new HandBox("A/1.jpg", 'A', "ann", new Box(113, -9, 110, 100)), boxes["A/1.jpg"]);
        Assert.Null(boxes["B/1,2.jpg"].Signer);
        Assert.Equal(2, boxes.Count);
    }

    [Fact]
    public void The_real_box_file_is_read()
    {
        var boxes = HandBoxes.Load(SharedData.Require("data/photos/dev/new-signers/boxes.csv"));
        Assert.Equal(960, boxes.Count);
        Assert.Equal(["user_11", "user_12", "user_13", "user_14"], boxes.Values.Select(box => box.Signer!).Distinct().Order());
    }

    [Theory]
    [InlineData("file,letter,x,y,width,height\n", "header: there is no column signer")]
    [InlineData(Header + "\nA/1.jpg,A,ann,1,2,3\n", "row 1: 6 values under 7 columns")]
    [InlineData(Header + "\n,A,ann,1,2,3,4\n", "row 1, column file: it is empty")]
    [InlineData(Header + "\na.jpg,a,ann,1,2,3,4\n", "row 1, column letter: expected A to Z, found \"a\"")]
    [InlineData(Header + "\na.jpg,A,ann,1,2.5,3,4\n", "row 1, column y: expected a whole number, found \"2.5\"")]
    [InlineData(Header + "\na.jpg,A,ann,1,2,0,4\n", "row 1, column width: expected a whole number of 1 or more, found \"0\"")]
    [InlineData(Header + "\na.jpg,A,ann,1,2,3,4\na.jpg,A,ann,1,2,3,4\n", "row 2: a.jpg has a box already")]
    public void What_is_no_box_file_is_refused_by_row_and_column(string content, string expected)
    {
        var error = Assert.Throws<FingerspellException>(() => Load(content));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("none.csv does not exist",
            Assert.Throws<FingerspellException>(() => HandBoxes.Load(folder["none.csv"])).Message, StringComparison.Ordinal);

    IReadOnlyDictionary<string, HandBox> Load(string content)
    {
        File.WriteAllText(folder["boxes.csv"], content);
        return HandBoxes.Load(folder["boxes.csv"]);
    }
}
