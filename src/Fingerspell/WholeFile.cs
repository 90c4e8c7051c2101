namespace Fingerspell;

/// <summary>Writes a file whole or not at all: beside its place under another name, then renamed.</summary>
public static class WholeFile
{
    /// <summary>
    /// Writes a file; the folder is made where it is missing, an older file is replaced only once the new one is complete.
    /// </summary>
    /// <param name="path">Where the file shall be; of a link, where it leads.</param>
    /// <param name="write">
    /// Writes to the path that it is given, which is in the folder of that place and has the extension of <paramref name="path"/>. Where it throws,
    /// nothing is left behind but a folder that was made for the file.
    /// </param>
    /// <exception cref="FingerspellException">The place cannot be written to.</exception>
    public static void Write(string path, Action<string> write)
    {
        string place = PlaceOf(path);
        string folder = Path.GetDirectoryName(place) ?? "";
        // Without the name, which may be as long as names can be.
        string beside = Path.Combine(folder, $".{Guid.NewGuid():N}{Path.GetExtension(path)}");
        try
        {
            if (Directory.Exists(place))
                throw new FingerspellException($"cannot write {path}: it is a folder; name a file");
            if (place.StartsWith("/dev/", StringComparison.Ordinal) && !place.StartsWith("/dev/shm/", StringComparison.Ordinal))
                throw new FingerspellException($"cannot write {path}: it is a device, and a file would take its place; name a file elsewhere");
            Directory.CreateDirectory(folder);
            write(beside);
            File.Move(beside, place, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"cannot write {path}: {e.Message}", e);
        }
        finally
        {
            if (File.Exists(beside))
                File.Delete(beside);
        }
    }

    /// <summary>Where a file is in the end: its whole path, its own links followed and those of its folders.</summary>
    public static string PlaceOf(string path)
    {
        string place = Path.GetFullPath(path);
        try
        {
            place = File.ResolveLinkTarget(place, returnFinalTarget: true)?.FullName ?? place;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is not there, or cannot be looked at, leads nowhere else.
        }
        // One that ends with a slash is a folder's, and stays so.
        return Path.GetFileName(place) is { Length: > 0 } name && Path.GetDirectoryName(place) is { } folder
            ? Path.Combine(PlaceOf(folder), name)
            : place;
    }

    /// <summary>Writes a file from bytes; see <see cref="Write(string, Action{string})"/>.</summary>
    public static void Write(string path, ReadOnlyMemory<byte> content) =>
        Write(path, beside => File.WriteAllBytes(beside, content.Span));

    /// <summary>Writes a file of text, as UTF-8; see <see cref="Write(string, Action{string})"/>.</summary>
    public static void Write(string path, string text) => Write(path, beside => File.WriteAllText(beside, text));
}
