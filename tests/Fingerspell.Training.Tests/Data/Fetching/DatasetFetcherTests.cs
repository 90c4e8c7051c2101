using System.Security.Cryptography;
using System.Text;
using Fingerspell.Tests.Shared;
using Fingerspell.Training.Data.Fetching;
using static Fingerspell.Tests.Shared.LocalServer;

namespace Fingerspell.Training.Tests.Data.Fetching;

public sealed class DatasetFetcherTests : IDisposable
{
    static readonly byte[] Archive = TinyDataset.Zip(
        ("american_sign_language.PNG", "a picture"), ("sign_mnist_train/sign_mnist_train.csv", "a copy"),
        ("sign_mnist_train.csv", TinyDataset.Train), ("sign_mnist_test.csv", TinyDataset.Test));

    readonly TemporaryFolder folder = new();
    readonly List<FetchProgress> progress = [];

    public void Dispose() => folder.Dispose();

    static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    static Reply Whole(byte[]? body = null, int? breakOffAfter = null, string etag = "\"v1\"") =>
        new("200 OK", [$"ETag: {etag}", "Content-Type: application/zip"], body ?? Archive, breakOffAfter);

    static Reply Rest(int from, int? breakOffAfter = null) => new(
        "206 Partial Content", ["ETag: \"v1\"", $"Content-Range: bytes {from}-{Archive.Length - 1}/{Archive.Length}"], Archive[from..], breakOffAfter);

    async Task Fetch(LocalServer server, int attempts = 3) => await DatasetFetcher.FetchAsync(
        folder.Path,
        new FetchOptions
        {
            From = server.Address,
            Attempts = attempts,
            Pause = TimeSpan.Zero,
            TrainSha256 = Sha256(TinyDataset.Train),
            TestSha256 = Sha256(TinyDataset.Test),
        },
        progress.Add,
        TestContext.Current.CancellationToken);

    async Task<string> Refusal(LocalServer server, int attempts = 3) =>
        (await Assert.ThrowsAsync<FingerspellException>(() => Fetch(server, attempts))).Message;

    string[] Files() => [.. Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order()!];

    void AssertIsThere()
    {
        Assert.Equal(["sign_mnist_test.csv", "sign_mnist_train.csv"], Files());
        Assert.Equal(TinyDataset.Train, File.ReadAllText(folder["sign_mnist_train.csv"]));
        Assert.Equal(TinyDataset.Test, File.ReadAllText(folder["sign_mnist_test.csv"]));
    }

    [Fact]
    public async Task The_two_files_are_taken_out_of_the_archive_and_nothing_else()
    {
        using var server = new LocalServer(_ => Whole());
        await Fetch(server);
        AssertIsThere();
        Assert.Equal(new FetchProgress(Archive.Length, Archive.Length), progress[^1]);
    }

    [Fact]
    public async Task A_download_that_breaks_off_is_gone_on_with_where_it_broke()
    {
        using var server = new LocalServer(request => request.Number switch
        {
            1 => Whole(breakOffAfter: 1000),
            2 => Rest(request.From!.Value, breakOffAfter: 500),
            _ => Rest(request.From!.Value),
        });
        await Fetch(server);
        AssertIsThere();
        Assert.Equal([null, 1000, 1500], server.Requests.Select(request => request.From));
        Assert.All(server.Requests.Skip(1), request => Assert.Equal("\"v1\"", request.Headers["if-range"]));
        Assert.Equal(2, progress.Count(p => p.Trouble is not null));
    }

    [Fact]
    public async Task A_later_run_goes_on_with_what_an_earlier_one_left()
    {
        using (var server = new LocalServer(_ => Whole(breakOffAfter: 1000)))
            Assert.Contains("could not be fetched in 1 attempts", await Refusal(server, attempts: 1), StringComparison.Ordinal);
        Assert.Equal(["archive.zip.part", "archive.zip.part.version"], Files());

        using var later = new LocalServer(request => Rest(request.From!.Value));
        await Fetch(later);

        AssertIsThere();
        Assert.Equal(1000, Assert.Single(later.Requests).From);
    }

    [Fact]
    public async Task A_changed_archive_is_fetched_from_its_start()
    {
        using (var old = new LocalServer(_ => Whole(body: new byte[5000], breakOffAfter: 1000, etag: "\"v0\"")))
            await Refusal(old, attempts: 1);

        // A server whose file has another ETag than If-Range names answers with all of it.
        using var server = new LocalServer(request => request.Headers["if-range"] == "\"v1\"" ? Rest(request.From!.Value) : Whole());
        await Fetch(server);

        AssertIsThere();
    }

    [Fact]
    public async Task A_server_that_knows_no_ranges_sends_all_again()
    {
        using var server = new LocalServer(request => Whole(breakOffAfter: request.Number == 1 ? 1000 : null));
        await Fetch(server);
        AssertIsThere();
    }

    [Theory]
    [InlineData("W/\"weak\"")]
    [InlineData("")]
    public async Task Without_a_strong_version_nothing_is_gone_on_with(string etag)
    {
        using var server = new LocalServer(request => Whole(breakOffAfter: request.Number == 1 ? 1000 : null, etag: etag));
        await Fetch(server);
        AssertIsThere();
        Assert.All(server.Requests, request => Assert.Null(request.From));
    }

    [Fact]
    public async Task The_date_serves_where_there_is_no_ETag()
    {
        const string Date = "Fri, 20 Oct 2017 10:00:00 GMT";
        using var server = new LocalServer(request => request.From is { } from
            ? Rest(from)
            : new Reply("200 OK", [$"Last-Modified: {Date}"], Archive, BreakOffAfter: 700));
        await Fetch(server);
        AssertIsThere();
        Assert.Equal(Date, server.Requests[1].Headers["if-range"]);
    }

    [Fact]
    public async Task Another_part_than_was_asked_for_is_not_joined()
    {
        using var server = new LocalServer(request => request.Number switch
        {
            1 => Whole(breakOffAfter: 1000),
            2 => Rest(900),
            _ => Whole(),
        });
        await Fetch(server);
        AssertIsThere();
        Assert.Null(server.Requests[2].From);
    }

    [Fact]
    public async Task A_complete_part_that_was_never_unpacked_is_used()
    {
        File.WriteAllBytes(folder["archive.zip.part"], Archive);
        File.WriteAllText(folder["archive.zip.part.version"], "\"v1\"");
        using var server = new LocalServer(_ => new Reply("416 Range Not Satisfiable", [$"Content-Range: bytes */{Archive.Length}"], []));
        await Fetch(server);
        AssertIsThere();
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_but_not_for_ever()
    {
        using var server = new LocalServer(_ => new Reply("503 Service Unavailable", [], []));
        Assert.Contains("could not be fetched in 3 attempts (the server answers 503 Service Unavailable); try again later, or download https://",
            await Refusal(server), StringComparison.Ordinal);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_is_not_asked_again()
    {
        using var server = new LocalServer(_ => new Reply("404 Not Found", [], []));
        Assert.Contains("answers 404 Not Found", await Refusal(server), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_page_in_place_of_the_archive_is_refused()
    {
        using var server = new LocalServer(_ => new Reply("200 OK", ["Content-Type: text/html; charset=utf-8"], "<html>Sign in</html>"u8.ToArray()));
        Assert.Contains("sends a page (text/html), not the archive", await Refusal(server), StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task Data_with_another_checksum_is_refused_and_deleted()
    {
        string other = TinyDataset.Csv([1, 2]);
        using var server = new LocalServer(_ => Whole(TinyDataset.Zip(("sign_mnist_train.csv", TinyDataset.Train), ("sign_mnist_test.csv", other))));
        Assert.Contains($"sign_mnist_test.csv has SHA-256 {Sha256(other)} instead of {Sha256(TinyDataset.Test)}", await Refusal(server), StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task An_archive_with_an_entry_that_leaves_its_folder_is_refused()
    {
        using var server = new LocalServer(_ => Whole(TinyDataset.Zip(
            ("../sign_mnist_train.csv", "x"), ("sign_mnist_train.csv", TinyDataset.Train), ("sign_mnist_test.csv", TinyDataset.Test))));
        Assert.Contains("leaves its folder", await Refusal(server), StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task What_is_no_archive_is_refused()
    {
        using var server = new LocalServer(_ => Whole(Archive[..2000]));
        Assert.Contains("sent something else than the dataset", await Refusal(server), StringComparison.Ordinal);
        Assert.Empty(Files());
    }

    [Fact]
    public async Task An_unknown_host_is_told_at_once_with_what_to_do()
    {
        var options = new FetchOptions { From = new Uri("http://fingerspell.invalid/archive.zip") };
        var error = await Assert.ThrowsAsync<FingerspellException>(() =>
            DatasetFetcher.FetchAsync(folder.Path, options, progress.Add, TestContext.Current.CancellationToken));
        Assert.StartsWith("fingerspell.invalid cannot be found; try again later, or download https://www.kaggle.com/", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_server_is_not_waited_for_for_ever()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var options = new FetchOptions
        {
            From = new Uri($"http://{silent.LocalEndpoint}/archive.zip"),
            Attempts = 2,
            Pause = TimeSpan.Zero,
            Silence = TimeSpan.FromMilliseconds(50),
        };
        var error = await Assert.ThrowsAsync<FingerspellException>(() =>
            DatasetFetcher.FetchAsync(folder.Path, options, progress.Add, TestContext.Current.CancellationToken));
        Assert.Contains("could not be fetched in 2 attempts (nothing came for", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_breaks_a_connection_is_no_error_of_the_disk_and_tried_again()
    {
        using var client = new HttpClient(new CutOff());
        var options = new FetchOptions { Attempts = 2, Pause = TimeSpan.Zero };
        var download = new Download(client, options, new PartialFile(folder["archive.zip.part"]), progress.Add);
        var error = await Assert.ThrowsAsync<FingerspellException>(() => download.RunAsync(TestContext.Current.CancellationToken));
        Assert.Contains("could not be fetched in 2 attempts (cut off within a record)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_keeps_what_has_arrived()
    {
        using var stop = new CancellationTokenSource();
        using var server = new LocalServer(_ => Whole(breakOffAfter: 1000));
        var options = new FetchOptions { From = server.Address, Pause = TimeSpan.FromMinutes(1) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DatasetFetcher.FetchAsync(folder.Path, options, p =>
        {
            if (p.Trouble is not null)
                stop.Cancel();
        }, stop.Token));
        Assert.Equal(1000, new FileInfo(folder["archive.zip.part"]).Length);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told()
    {
        File.WriteAllText(folder["taken"], "");
        using var server = new LocalServer(_ => Whole());
        var error = await Assert.ThrowsAsync<FingerspellException>(() => DatasetFetcher.FetchAsync(
            folder["taken"], new FetchOptions { From = server.Address }, progress.Add, TestContext.Current.CancellationToken));
        Assert.StartsWith($"{folder["taken"]} cannot be written", error.Message, StringComparison.Ordinal);
    }

    /// <summary>Answers with what TLS gives of a connection that ends within a record.</summary>
    sealed class CutOff : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new Body()) });

        sealed class Body : MemoryStream
        {
            public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
                throw new IOException("cut off within a record");
        }
    }
}
