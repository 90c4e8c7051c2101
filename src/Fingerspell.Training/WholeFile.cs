namespace Fingerspell.Training;

/// <summary>
/// Writes files that are there whole or not at all: into a file beside the wanted one, which then takes its place.
/// </summary>
public static class WholeFile
{
    /// <summary>Writes text as UTF-8 without a byte order mark.</summary>
    /// <param name="file">The file; its folder is made where missing.</param>
    /// <param name="text">All of it.</param>
    /// <exception cref="FingerspellException">The file cannot be written.</exception>
    public static void WriteText(string file, string text) => Write(file, beside => File.WriteAllText(beside, text));

    /// <summary>Writes bytes.</summary>
    /// <param name="file">The file; its folder is made where missing.</param>
    /// <param name="bytes">All of it.</param>
    /// <exception cref="FingerspellException">The file cannot be written.</exception>
    public static void WriteBytes(string file, byte[] bytes) => Write(file, beside => File.WriteAllBytes(beside, bytes));

    /// <summary>Lets <paramref name="write"/> fill a file beside the wanted one and renames it when that has ended well.</summary>
    /// <param name="file">The file; its folder is made where missing.</param>
    /// <param name="write">Writes the file whose name it is given.</param>
    /// <exception cref="FingerspellException">The file cannot be written.</exception>
    public static void Write(string file, Action<string> write)
    {
        file = Path.GetFullPath(file);
        // The ending stays, because some writers choose the format by it.
        string beside = Path.Combine(
            Path.GetDirectoryName(file) ?? "", $".{Guid.NewGuid():N}.part{Path.GetExtension(file)}");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            write(beside);
            File.Move(beside, file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"cannot write {file}: {e.Message}", e);
        }
        finally
        {
            if (File.Exists(beside))
                File.Delete(beside);
        }
    }
}
