namespace Fingerspell.Training.Data;

/// <summary>
/// Where Sign Language MNIST lies: a folder with the two CSV files, or Kaggle's <c>archive.zip</c>. The archive is read
/// in place, which takes half a second; nothing is unpacked, so nothing can go stale.
/// </summary>
/// <param name="Path">The folder, or the archive.</param>
/// <param name="IsArchive">Whether <paramref name="Path"/> is an archive.</param>
public sealed record DatasetPlace(string Path, bool IsArchive)
{
    /// <summary>The folder that holds the files or the archive; <c>sources.csv</c> is looked for in it.</summary>
    public string Folder => IsArchive ? System.IO.Path.GetDirectoryName(Path)! : Path;

    /// <summary>
    /// The place that was named, which must hold the data, or else the first of the usual places that does.
    /// </summary>
    /// <param name="named">A folder or archive, or null to look in <see cref="DatasetSearch.UsualPlaces()"/>.</param>
    /// <exception cref="FingerspellException">The data is not there, or only one of its two files is.</exception>
    public static DatasetPlace Find(string? named = null)
    {
        named ??= DatasetSearch.NamedByEnvironment();
        if (named is not null)
            return At(named) ?? throw new FingerspellException(Absent(named));

        var places = DatasetSearch.UsualPlaces();
        return places.Select(At).FirstOrDefault(place => place is not null)
            ?? throw new FingerspellException($"Sign Language MNIST is not in {string.Join(", ", places)}; "
                + $"fetch it with `fingerspell data --fetch`, or {PublishedFiles.ByHand}");
    }

    /// <summary>The dataset at a folder or archive, or null where there is none.</summary>
    /// <exception cref="FingerspellException">Only one of the two files is there, or a CSV file is named.</exception>
    public static DatasetPlace? At(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        if (File.Exists(path))
            return !System.IO.Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase)
                ? new DatasetPlace(path, IsArchive: true)
                : throw new FingerspellException(
                    $"{path} is a CSV file, and there are two; name the folder that holds {PublishedFiles.Train} and {PublishedFiles.Test}");

        bool Has(string name) => File.Exists(System.IO.Path.Combine(path, name));
        bool train = Has(PublishedFiles.Train), test = Has(PublishedFiles.Test);
        if (train && test)
            return new DatasetPlace(path, IsArchive: false);
        if (Has(PublishedFiles.Archive))
            return new DatasetPlace(System.IO.Path.Combine(path, PublishedFiles.Archive), IsArchive: true);
        if (train || test)
            throw new FingerspellException($"{path} has {(train ? PublishedFiles.Train : PublishedFiles.Test)} but not "
                + $"{(train ? PublishedFiles.Test : PublishedFiles.Train)}; put it beside, or run `fingerspell data --fetch`");
        return null;
    }

    /// <summary>Reads one of the two files from its beginning; unpacked first where it is in an archive.</summary>
    /// <exception cref="FingerspellException">It cannot be read, or the archive is damaged.</exception>
    public T Read<T>(string name, Func<Stream, T> read)
    {
        if (IsArchive)
            return read(new MemoryStream(DatasetArchive.Read(Path, name)));
        string file = System.IO.Path.Combine(Path, name);
        try
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            return read(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"{file} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>How messages name one of the two files.</summary>
    public string NameOf(string file) => IsArchive ? $"{Path}: {file}" : System.IO.Path.Combine(Path, file);

    static string Absent(string named) => Directory.Exists(named)
        ? $"{named} holds neither the two CSV files of Sign Language MNIST nor {PublishedFiles.Archive}; {PublishedFiles.ByHand}"
        : $"{named} does not exist; {PublishedFiles.ByHand}";
}
