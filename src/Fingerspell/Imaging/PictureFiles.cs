namespace Fingerspell.Imaging;

/// <summary>Which files are pictures.</summary>
public static class PictureFiles
{
    static readonly string[] Endings = [".bmp", ".jpeg", ".jpg", ".pgm", ".png", ".ppm", ".tif", ".tiff", ".webp"];

    /// <summary>Whether a file's ending is that of a picture.</summary>
    public static bool HasPictureEnding(string path) =>
        Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    /// <summary>The picture files in a folder and those below it, in ordinal order of their paths; hidden ones are left out.</summary>
    /// <param name="folder">An existing folder.</param>
    /// <returns>Paths relative to the folder.</returns>
    /// <exception cref="FingerspellException">The folder cannot be read.</exception>
    public static IReadOnlyList<string> Below(string folder)
    {
        try
        {
            return
            [
                .. Directory.EnumerateFiles(folder, "*", new EnumerationOptions
                    {
                        RecurseSubdirectories = true,
                        IgnoreInaccessible = false,
                        AttributesToSkip = FileAttributes.Hidden,
                    })
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
}
