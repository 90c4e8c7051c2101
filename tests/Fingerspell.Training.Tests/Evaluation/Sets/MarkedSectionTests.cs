using Fingerspell.Tests.Shared;
using Fingerspell.Training.Evaluation.Sets;

namespace Fingerspell.Training.Tests.Evaluation.Sets;

public sealed class MarkedSectionTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    string FileName => folder["results.md"];

    [Fact]
    public void Only_what_stands_between_the_markers_is_replaced()
    {
        File.WriteAllText(FileName, $"# Results\r\n\n{MarkedSection.Sets.Begin}\nold\nfigures\n{MarkedSection.Sets.End}\n\nThe end without a line feed");
        MarkedSection.Sets.Replace(FileName, "new\n");
        MarkedSection.Sets.Replace(FileName, "newer\n");
        Assert.Equal(
            $"# Results\r\n\n{MarkedSection.Sets.Begin}\nnewer\n{MarkedSection.Sets.End}\n\nThe end without a line feed", File.ReadAllText(FileName));
    }

    [Fact]
    public void A_missing_file_is_made_and_can_be_written_again()
    {
        MarkedSection.Sets.Replace(FileName, "new\n");
        MarkedSection.Sets.Replace(FileName, "newer\n");
        Assert.Equal($"{MarkedSection.Sets.Begin}\nnewer\n{MarkedSection.Sets.End}\n", File.ReadAllText(FileName));
    }

    [Fact]
    public void A_folder_is_refused_before_there_is_anything_to_write() =>
        Assert.Contains("is a folder", Assert.Throws<FingerspellException>(() => MarkedSection.Sets.Check(folder.Path)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("no markers")]
    [InlineData("BEGIN\n")]
    [InlineData("END\nBEGIN\n")]
    [InlineData("BEGIN\nEND\nBEGIN\nEND\n")]
    public void A_file_without_the_markers_once_and_in_order_is_left_as_it_is(string content)
    {
        content = content.Replace("BEGIN", MarkedSection.Sets.Begin, StringComparison.Ordinal).Replace("END", MarkedSection.Sets.End, StringComparison.Ordinal);
        File.WriteAllText(FileName, content);
        Assert.Contains("each once", Assert.Throws<FingerspellException>(() => MarkedSection.Sets.Replace(FileName, "new\n")).Message, StringComparison.Ordinal);
        Assert.Throws<FingerspellException>(() => MarkedSection.Sets.Check(FileName));
        Assert.Equal(content, File.ReadAllText(FileName));
    }
}
