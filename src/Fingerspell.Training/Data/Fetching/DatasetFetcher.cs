using System.Security.Cryptography;

namespace Fingerspell.Training.Data.Fetching;

/// <summary>Fetches Sign Language MNIST and checks that it is the published one.</summary>
public static class DatasetFetcher
{
    /// <summary>
    /// Downloads the archive to <c>archive.zip.part</c>, takes the two CSV files out of it, and puts them into the folder
    /// when both have the right checksum. A download that broke off is gone on with, also in a later run.
    /// </summary>
    /// <param name="folder">Made where it is missing; files of the two names are replaced.</param>
    /// <param name="options">Where from, and how patiently.</param>
    /// <param name="progress">Is told how far the download is.</param>
    /// <param name="stop">Stops it; what has arrived is kept.</param>
    /// <exception cref="FingerspellException">
    /// There is no network, or the server refuses or sends something else, or the folder cannot be written.
    /// </exception>
    public static async Task FetchAsync(
        string folder, FetchOptions options, Action<FetchProgress> progress, CancellationToken stop = default)
    {
        var part = new PartialFile(Path.Combine(folder, PublishedFiles.Archive + ".part"));
        try
        {
            Directory.CreateDirectory(folder);
            using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
            client.DefaultRequestHeaders.UserAgent.ParseAdd("fingerspell");
            await new Download(client, options, part, progress).RunAsync(stop);

            var (train, test) = TakeOut(part, options);
            WholeFile.Write(Path.Combine(folder, PublishedFiles.Train), train);
            WholeFile.Write(Path.Combine(folder, PublishedFiles.Test), test);
            part.Delete();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"{folder} cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Both files, or neither: an archive that is not the right one is deleted, so that the next run starts anew.</summary>
    static (byte[] Train, byte[] Test) TakeOut(PartialFile part, FetchOptions options)
    {
        try
        {
            return (TakeOut(part, PublishedFiles.Train, options.TrainSha256), TakeOut(part, PublishedFiles.Test, options.TestSha256));
        }
        catch (FingerspellException e)
        {
            part.Delete();
            throw new FingerspellException($"{options.From} sent something else than the dataset, which was deleted: {e.Message}", e);
        }
    }

    static byte[] TakeOut(PartialFile part, string name, string expected)
    {
        byte[] file = DatasetArchive.Read(part.Path, name);
        string found = Convert.ToHexStringLower(SHA256.HashData(file));
        return found == expected
            ? file
            : throw new FingerspellException($"{name} has SHA-256 {found} instead of {expected}; {PublishedFiles.ByHand}");
    }
}
