using Fingerspell.Imaging;
using Fingerspell.Training.Data;

namespace Fingerspell.Training.Evaluation.Photos;

/// <summary>Photographs to measure on: those in folders by letter, then those without a hand, which lie in no such folder.</summary>
/// <param name="Name">The folder's own name.</param>
/// <param name="Photos">One photograph or more.</param>
public sealed record TestSet(string Name, IReadOnlyList<TestPhoto> Photos)
{
    /// <summary>The file in a set's folder that says where the hands are.</summary>
    public const string BoxFile = "boxes.csv";

    /// <summary>The photographs of which it is known where the hand is.</summary>
    public IReadOnlyList<TestPhoto> WithBoxes => [.. Photos.Where(photo => photo.Box is not null)];

    /// <summary>The photographs of letters.</summary>
    public IReadOnlyList<TestPhoto> OfLetters => [.. Photos.Where(photo => photo.Label is not null)];

    /// <summary>Lists a set.</summary>
    /// <param name="folder">Its folder, with <c>A/*.jpg</c> to <c>Y/*.jpg</c>, pictures without a hand, or both.</param>
    /// <param name="boxFile">Where the hands are; null takes the folder's <see cref="BoxFile"/> where there is one.</param>
    /// <exception cref="FingerspellException">There is no such folder or nothing in it, or the box file does not belong to it.</exception>
    public static TestSet Load(string folder, string? boxFile = null)
    {
        string usual = Path.Combine(folder, BoxFile);
        boxFile ??= File.Exists(usual) ? usual : null;
        var boxes = boxFile is null ? null : HandBoxes.Load(boxFile);
        List<TestPhoto> photos =
        [
            .. PhotoFolder.OfLetters(folder).Select(photo => new TestPhoto(photo.Path, photo.Name, photo.Label, BoxOf(photo, boxes))),
            .. PhotoFolder.WithoutHand(folder).Select(file => new TestPhoto(file, Path.GetFileName(file), null, null)),
        ];
        return photos.Count > 0
            ? new(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), photos)
            : throw new FingerspellException(
                $"there are no photographs in {folder}: they belong into a folder a letter, as in {Path.Combine(folder, "A", "1.jpg")}, "
                + "and those without a hand directly into it");
    }

    /// <summary>The sets in a folder of sets, in order of their names; hidden folders and those that hold no photographs are passed over.</summary>
    /// <param name="folder">The folder.</param>
    /// <exception cref="FingerspellException">There is no such folder, or no set in it.</exception>
    public static IReadOnlyList<TestSet> LoadAll(string folder)
    {
        if (!Directory.Exists(folder))
            throw new FingerspellException($"the folder of sets {folder} does not exist");
        List<TestSet> sets =
        [
            .. Directory.EnumerateDirectories(folder, "*", PictureFiles.Visible).Order(StringComparer.Ordinal)
                .Where(set => PhotoFolder.OfLetters(set).Count + PhotoFolder.WithoutHand(set).Count > 0)
                .Select(set => Load(set)),
        ];
        return sets.Count > 0
            ? sets
            : throw new FingerspellException(
                $"there is no set in {folder}: a set is a folder in it, as in {Path.Combine(folder, "webcam", "A", "1.jpg")}");
    }

    static HandBox? BoxOf(LabeledPhoto photo, IReadOnlyDictionary<string, HandBox>? boxes)
    {
        if (boxes is null || !boxes.TryGetValue(photo.Name, out var box))
            return null;
        char letter = Alphabet.LetterOf(photo.Label);
        return box.Letter == letter
            ? box
            : throw new FingerspellException($"{photo.Name} is in the folder of {letter}, but its box says {box.Letter}; mend one of them");
    }
}
