using System.Security.Cryptography;

namespace Fingerspell.Training.Data;

/// <summary>The Sign Language MNIST dataset: 27,455 training and 7,172 test rows of 28×28 grey pixels.</summary>
/// <param name="Train">The rows of <c>sign_mnist_train.csv</c>.</param>
/// <param name="Test">The rows of <c>sign_mnist_test.csv</c>.</param>
/// <param name="Place">Where it was read from, for messages.</param>
/// <param name="TrainSha256">SHA-256 of the training CSV file, lower-case hexadecimal.</param>
/// <param name="TestSha256">SHA-256 of the test CSV file, lower-case hexadecimal.</param>
public sealed record SignLanguageMnist(
    DatasetSplit Train, DatasetSplit Test, string Place, string TrainSha256, string TestSha256)
{
    /// <summary>Whether both files are, byte for byte, those that Kaggle publishes.</summary>
    public bool IsAsPublished =>
        TrainSha256 == PublishedFiles.TrainSha256 && TestSha256 == PublishedFiles.TestSha256;

    /// <summary>
    /// Finds, reads and checks both files, and attaches the signer and photograph of each row where a
    /// <c>sources.csv</c> lies beside them. Takes about half a second and 30 MB, from an archive 80 MB more for that time.
    /// </summary>
    /// <param name="place">
    /// A folder with the two CSV files, a folder with Kaggle's <c>archive.zip</c>, or that file. Null for
    /// <c>$FINGERSPELL_DATA</c> or else the first of <see cref="DatasetSearch.UsualPlaces()"/> that has it.
    /// </param>
    /// <param name="stop">Stops the reading.</param>
    /// <exception cref="FingerspellException">
    /// The data is not there, or is not what it should be; the message names file, row and column.
    /// </exception>
    public static SignLanguageMnist Load(string? place = null, CancellationToken stop = default)
    {
        var found = DatasetPlace.Find(place);
        var data = LoadRows(found, stop);
        string sources = Path.Combine(found.Folder, SourcesFile.Name);
        if (!File.Exists(sources))
            return data;
        var (train, test) = SourcesFile.Attach(sources, data.Train, data.Test);
        return data with { Train = train, Test = test };
    }

    /// <summary>Reads and checks both files alone, whatever a <c>sources.csv</c> beside them says.</summary>
    /// <param name="place">Where they are.</param>
    /// <param name="stop">Stops the reading.</param>
    /// <exception cref="FingerspellException">One is not what it should be; the message names file, row and column.</exception>
    public static SignLanguageMnist LoadRows(DatasetPlace place, CancellationToken stop = default)
    {
        var (train, trainSha256) = Read(place, "train", PublishedFiles.Train, stop);
        var (test, testSha256) = Read(place, "test", PublishedFiles.Test, stop);
        return new SignLanguageMnist(train, test, place.Path, trainSha256, testSha256);
    }

    static (DatasetSplit Split, string Sha256) Read(
        DatasetPlace place, string name, string file, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        if (place.Read(file, stream => RowScanner.Read(stream, hash, stop)) is var (labels, pixels))
            return (new DatasetSplit(name, labels, pixels), Convert.ToHexStringLower(hash.GetHashAndReset()));
        byte[] csv = place.Read(file, BytesOf);
        return (SplitParser.Parse(name, place.NameOf(file), csv, stop), Convert.ToHexStringLower(SHA256.HashData(csv)));

        static byte[] BytesOf(Stream stream)
        {
            if (stream.Length > Array.MaxLength)
                throw new IOException($"it has {stream.Length} bytes, far more than any edition of the data set");
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }
}
