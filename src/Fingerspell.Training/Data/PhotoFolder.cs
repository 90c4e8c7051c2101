namespace Fingerspell.Training.Data;

/// <summary>Photographs sorted into folders by the letter they show: <c>DIR/A/…jpg</c> to <c>DIR/Y/…jpg</c>.</summary>
public static class PhotoFolder
{
    static readonly string[] Endings = [".jpg", ".jpeg", ".png"];

    /// <summary>All photographs in folders named by one of the 24 letters, in ordinal order; other folders are not looked at.</summary>
    /// <param name="folder">The folder that holds the letters' folders.</param>
    /// <exception cref="FingerspellException">No such folder, or no photograph in it.</exception>
    public static IReadOnlyList<LabeledPhoto> List(string folder)
    {
        if (!Directory.Exists(folder))
            throw new FingerspellException($"the folder of photographs {folder} does not exist");
        try
        {
            List<LabeledPhoto> photos = [.. Alphabet.StaticLetters.SelectMany(letter => In(folder, letter))];
            return photos.Count > 0
                ? photos
                : throw new FingerspellException(
                    $"there are no photographs in {folder}: they belong into a folder a letter, as in {Path.Combine(folder, "A", "1.jpg")}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"the folder of photographs {folder} cannot be read: {e.Message}", e);
        }
    }

    static IEnumerable<LabeledPhoto> In(string folder, char letter)
    {
        string ofLetter = Path.Combine(folder, $"{letter}");
        return !Directory.Exists(ofLetter) ? [] : Directory.EnumerateFiles(ofLetter)
            .Where(file => Endings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Select(file => new LabeledPhoto(file, $"{letter}/{Path.GetFileName(file)}", (byte)Alphabet.LabelOf(letter)));
    }
}
