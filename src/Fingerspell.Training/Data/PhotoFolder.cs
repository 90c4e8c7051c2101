using Fingerspell.Imaging;

namespace Fingerspell.Training.Data;

/// <summary>Photographs sorted into folders by the letter they show: <c>DIR/A/…jpg</c> to <c>DIR/Y/…jpg</c>.</summary>
public static class PhotoFolder
{
    /// <summary>All photographs in folders named by one of the 24 letters, in ordinal order; other folders are not looked at.</summary>
    /// <param name="folder">The folder that holds the letters' folders.</param>
    /// <exception cref="FingerspellException">No such folder, or no photograph in it.</exception>
    public static IReadOnlyList<LabeledPhoto> List(string folder)
    {
        var photos = OfLetters(folder);
        return photos.Count > 0
            ? photos
            : throw new FingerspellException(
                $"there are no photographs in {folder}: they belong into a folder a letter, as in {Path.Combine(folder, "A", "1.jpg")}");
    }

    /// <summary>As <see cref="List"/>, but none where there are none.</summary>
    /// <exception cref="FingerspellException">No such folder.</exception>
    public static IReadOnlyList<LabeledPhoto> OfLetters(string folder) => Reading(folder, () =>
        Alphabet.StaticLetters.SelectMany(letter => Pictures(Path.Combine(folder, $"{letter}")).Select(file =>
            new LabeledPhoto(file, $"{letter}/{Path.GetFileName(file)}", (byte)Alphabet.LabelOf(letter)))));

    /// <summary>The pictures that lie directly in a folder, in ordinal order: by convention they show no signing hand.</summary>
    /// <exception cref="FingerspellException">No such folder.</exception>
    public static IReadOnlyList<string> WithoutHand(string folder) => Reading(folder, () => Pictures(folder));

    static IReadOnlyList<T> Reading<T>(string folder, Func<IEnumerable<T>> read)
    {
        if (!Directory.Exists(folder))
            throw new FingerspellException($"the folder of photographs {folder} does not exist");
        try
        {
            return [.. read()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"the folder of photographs {folder} cannot be read: {e.Message}", e);
        }
    }

    static IEnumerable<string> Pictures(string folder) => Directory.Exists(folder) ? PictureFiles.In(folder) : [];
}
