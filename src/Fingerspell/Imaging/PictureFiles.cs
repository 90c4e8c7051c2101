namespace Fingerspell.Imaging;

/// <summary>Which files are pictures.</summary>
public static class PictureFiles
{
    static readonly string[] Endings = [".bmp", ".jpeg", ".jpg", ".pgm", ".png", ".ppm", ".tif", ".tiff", ".webp"];

    /// <summary>Without hidden files and folders, such as those that macOS puts beside others in archives (<c>._1.jpg</c>).</summary>
    internal static readonly EnumerationOptions Visible = new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.Hidden };

    /// <summary>A link may lead back to a folder above, and on without end.</summary>
    static readonly EnumerationOptions VisibleAndNoLink = new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint };

    /// <summary>The picture files in a folder and those below it, in ordinal order of their paths; hidden ones and linked folders are left out.</summary>
    /// <param name="folder">An existing folder, which may be a link.</param>
    /// <param name="closed">Told of each folder that may not be read, which is then passed over; null where that is an error.</param>
    /// <returns>Paths relative to the folder.</returns>
    /// <exception cref="FingerspellException">The folder cannot be read.</exception>
    public static IReadOnlyList<string> Below(string folder, Action<string>? closed = null)
    {
        try
        {
            return
            [
                .. FilesIn(folder, closed)
                    .Where(HasPictureEnding)
                    .Select(file => Path.GetRelativePath(folder, file))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"the folder {folder} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The paths of the picture files that lie directly in a folder, in ordinal order; hidden ones are left out.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be read.</exception>
    internal static IEnumerable<string> In(string folder) =>
        Directory.EnumerateFiles(folder, "*", Visible).Where(HasPictureEnding).Order(StringComparer.Ordinal);

    static bool HasPictureEnding(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    static IEnumerable<string> FilesIn(string folder, Action<string>? closed)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(folder, "*", Visible),
                .. Directory.EnumerateDirectories(folder, "*", VisibleAndNoLink).SelectMany(inner => FilesIn(inner, closed)),
            ];
        }
        catch (UnauthorizedAccessException) when (closed is not null)
        {
            closed(folder);
            return [];
        }
    }
}
