using System.Text.Json;
using System.Text.RegularExpressions;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Verbs;

public sealed class ExploreTests : IDisposable
{
    static readonly string[] Written =
        ["explore.html", "first_images.png", "label_counts.png", "letter_means.png", "test_describe.csv", "train_describe.csv"];

    readonly TemporaryFolder folder = new();

    public ExploreTests() => MadeDataset.WriteFewRows(folder.Path);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_text_goes_to_standard_output_and_the_files_to_the_folder()
    {
        var (code, output, error) = await Run.Command("explore", "--data", folder.Path, "--output", folder["look"]);

        Assert.Equal(CommandLine.Done, code);
        Assert.StartsWith("train.head()\n   label  pixel1  pixel2  pixel3  ...  pixel781  pixel782  pixel783  pixel784\n0      1       7 ", output);
        Assert.Contains("\ntest.info()\n<class 'pandas.core.frame.DataFrame'>\nRangeIndex: 1 entries, 0 to 0\n", output);
        Assert.Contains("\ntrain.label.value_counts().sort_index()\n1     2\n", output);
        Assert.Equal(Written, Directory.GetFiles(folder["look"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(Written, file => Assert.Contains($"wrote {Path.Combine(folder["look"], file)}\n", error));
        Assert.All(Written.Where(file => file.EndsWith(".png")), file =>
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(Path.Combine(folder["look"], file))[..4]));
    }

    [Fact]
    public async Task The_page_holds_all_and_asks_for_nothing_else()
    {
        await Run.Command("explore", "--data", folder.Path, "--output", folder["look"]);
        string page = File.ReadAllText(Path.Combine(folder["look"], "explore.html"));

        foreach (string figure in Written.Where(file => file.EndsWith(".png")))
            Assert.Contains(Convert.ToBase64String(File.ReadAllBytes(Path.Combine(folder["look"], figure))), page);
        Assert.Equal(3, Regex.Count(page, "<img alt=\"[^\"]{20,}\" src=\"data:image/png;base64,"));
        Assert.DoesNotMatch("(src|href)=\"(?!data:)|url\\(|@import|<script|<link", page);
        Assert.Contains("&lt;class &#39;pandas.core.frame.DataFrame&#39;&gt;", page);
        Assert.Equal(8, Regex.Count(page, "<pre>"));
    }

    [Fact]
    public async Task Without_figures_nothing_is_written()
    {
        var (code, output, error) = await Run.Command("explore", "--no-figures", "--data", folder.Path);
        Assert.Equal(CommandLine.Done, code);
        Assert.Contains("test.describe()\n", output);
        Assert.Empty(error);
        Assert.False(Directory.Exists("explore"));

        (code, output, error) = await Run.Command("explore", "--no-figures", "--data", folder.Path, "--output", folder["look"]);
        Assert.Equal((CommandLine.BadUsage, ""), (code, output));
        Assert.Contains("leave one of them away", error);
    }

    [Fact]
    public async Task JSON_is_alone_on_standard_output()
    {
        var (_, output, _) = await Run.Command("explore", "--json", "--data", folder.Path, "--output", folder["look"]);
        var json = JsonDocument.Parse(output).RootElement;
        Assert.Equal(3, json.GetProperty("train").GetProperty("rows").GetInt32());
        Assert.Equal(2, json.GetProperty("train").GetProperty("letters").GetProperty("B").GetInt32());
        Assert.Equal(Written.Length, json.GetProperty("written").GetArrayLength());
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told()
    {
        File.WriteAllText(folder["taken"], "");
        var (code, _, error) = await Run.Command("explore", "--data", folder.Path, "--output", folder["taken"]);
        Assert.Equal(CommandLine.Failed, code);
        Assert.StartsWith($"fingerspell: cannot write {folder["taken"]}", error);
    }
}
