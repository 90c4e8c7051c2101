using System.Text.Json;
using Fingerspell.Tests.Shared;

namespace Fingerspell.App.Tests.Verbs;

public sealed class DataTests : IDisposable
{
    const string Address = "https://www.kaggle.com/datasets/datamunge/sign-language-mnist";

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Data_that_is_not_in_the_named_place_is_a_failure_with_the_remedy()
    {
        var (code, output, error) = await Run.Command("data", "--data", folder.Path);
        Assert.Equal(CommandLine.Failed, code);
        Assert.Empty(output);
        Assert.StartsWith($"fingerspell: {folder.Path} holds neither", error);
        Assert.Contains($"download {Address}", error);
    }

    [Fact]
    public async Task A_small_edition_is_told_from_the_published_one()
    {
        MadeDataset.WriteFewRows(folder.Path);
        var (code, output, _) = await Run.Command("data", "--data", folder.Path);
        Assert.Equal(CommandLine.Done, code);
        Assert.StartsWith($"Sign Language MNIST: {folder.Path}\n", output);
        Assert.Contains("train        3  ", output);
        Assert.Contains(", not the published file", output);
        Assert.Contains("\nB           2      0\n", output);
        Assert.EndsWith("there is no sources.csv beside the data.\n", output);
    }

    [Fact]
    public async Task Signers_are_in_the_order_of_their_numbers()
    {
        MadeDataset.WriteFewRows(folder.Path);
        File.WriteAllText(folder["sources.csv"],
            """
            split,row,label,signer,photo
            train,1,1,user_10,B/1.jpg
            train,2,1,user_9,B/2.jpg
            train,3,24,user_9,Y/1.jpg
            test,1,0,user_10,A/1.jpg

            """);
        var (_, output, _) = await Run.Command("data", "--json", "--data", folder.Path);
        using var json = JsonDocument.Parse(output);
        Assert.Equal(["user_9", "user_10"], json.RootElement.GetProperty("sources").GetProperty("signers").EnumerateArray().Select(signer => signer.GetString()));
    }

    [Fact]
    public async Task The_JSON_of_the_published_data_says_all()
    {
        string place = SharedData.Require("data/sign-language-mnist");
        var (code, output, error) = await Run.Command("data", "--json", "--data", place);
        Assert.Equal(CommandLine.Done, code);
        Assert.Empty(error);
        var json = JsonDocument.Parse(output).RootElement;
        Assert.True(json.GetProperty("isAsPublished").GetBoolean());
        Assert.Equal(27_455, json.GetProperty("train").GetProperty("rows").GetInt32());
        Assert.Equal(331, json.GetProperty("test").GetProperty("letters").GetProperty("A").GetInt32());
        Assert.Equal(1_680, json.GetProperty("sources").GetProperty("photos").GetInt32());
        Assert.Equal(7, json.GetProperty("sources").GetProperty("signers").GetArrayLength());
    }

    [Theory]
    [InlineData("ftp://example.org/x.zip")]
    [InlineData("somewhere")]
    public async Task What_is_no_web_address_is_bad_usage(string address)
    {
        var (code, _, error) = await Run.Command("data", "--fetch", "--from", address);
        Assert.Equal(CommandLine.BadUsage, code);
        Assert.Contains($"not '{address}'", error);
    }

    [Fact]
    public async Task The_published_archive_is_fetched_over_a_connection_that_breaks_and_not_fetched_twice()
    {
        byte[] archive = File.ReadAllBytes(SharedData.Require("data/sign-language-mnist/archive.zip"));
        using var server = new LocalServer(request => request.From is { } from
            ? new("206 Partial Content", ["ETag: \"v1\"", $"Content-Range: bytes {from}-{archive.Length - 1}/{archive.Length}"], archive[from..])
            : new("200 OK", ["ETag: \"v1\""], archive, BreakOffAfter: 10_000_000));
        string[] command = ["data", "--fetch", "--from", $"{server.Address}", "--data", folder["new"]];

        var (code, output, error) = await Run.Command(command);

        Assert.Equal(CommandLine.Done, code);
        Assert.Contains("trying again (2 of 6)", error);
        Assert.Contains("fetching: 29.7 of 29.7 MB\n", error);
        Assert.StartsWith($"Sign Language MNIST: {folder["new"]}\n", output);
        Assert.Equal(2, server.Requests.Count);

        (code, _, error) = await Run.Command(command);

        Assert.Equal(CommandLine.Done, code);
        Assert.Contains("there is nothing to fetch", error);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Another_edition_is_not_overwritten_but_a_damaged_one_may_be()
    {
        using var server = new LocalServer(_ => new("404 Not Found", [], []));
        MadeDataset.WriteFewRows(folder.Path);
        var (code, _, error) = await Run.Command("data", "--fetch", "--from", $"{server.Address}", "--data", folder.Path);
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("has another edition of the data", error);
        Assert.Empty(server.Requests);

        File.WriteAllText(folder["sign_mnist_train.csv"], "");
        (code, _, error) = await Run.Command("data", "--fetch", "--from", $"{server.Address}", "--data", folder.Path);
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("answers 404 Not Found", error);
    }

    [Fact]
    public async Task Another_edition_is_not_overwritten_though_its_sources_belong_to_other_data()
    {
        using var server = new LocalServer(_ => new("404 Not Found", [], []));
        MadeDataset.WriteFewRows(folder.Path);
        File.WriteAllText(folder["sources.csv"], "split,row,label,signer,photo\ntrain,4,1,user_3,B/1.jpg\n");
        var (code, _, error) = await Run.Command("data", "--fetch", "--from", $"{server.Address}", "--data", folder.Path);
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("has another edition of the data", error);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_file_is_no_place_to_fetch_to()
    {
        File.WriteAllText(folder["file"], "");
        var (code, _, error) = await Run.Command("data", "--fetch", "--data", folder["file"]);
        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("is a file; --fetch needs a folder", error);
    }
}
