using Fingerspell.Imaging;
using Fingerspell.Training.Evaluation.Photos;

namespace Fingerspell.Training.Evaluation.Clips;

/// <summary>Frames to look for J and Z in: a clip of one letter, or a set's photographs one after the other.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Letter">The letter that is signed in it; null where it is many, or none.</param>
/// <param name="Open">Opens it; the caller disposes it.</param>
public sealed record Film(string Name, char? Letter, Func<IFrameSource> Open)
{
    /// <summary>Where the random orders of photographs start.</summary>
    static readonly int[] Seeds = [1, 2];

    static readonly string[] Videos = [".mp4", ".avi", ".mov", ".mkv", ".webm"];

    /// <summary>All clips in the folders of a folder, in ordinal order, but for hidden ones: the name of a folder is the letter signed, or something else.</summary>
    /// <exception cref="FingerspellException">There is no such folder, or no clip in it.</exception>
    public static IReadOnlyList<Film> Clips(string folder)
    {
        if (!Directory.Exists(folder))
            throw new FingerspellException($"the folder of clips {folder} does not exist");
        List<Film> clips =
        [
            .. Directory.EnumerateDirectories(folder, "*", PictureFiles.Visible).Order(StringComparer.Ordinal)
                .SelectMany(letter => Directory.EnumerateFiles(letter, "*", PictureFiles.Visible).Order(StringComparer.Ordinal))
                .Where(file => Videos.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).Select(Clip),
        ];
        return clips.Count > 0
            ? clips
            : throw new FingerspellException($"there is no clip in {folder}: they belong into a folder a letter, as in {Path.Combine(folder, "J", "1.mp4")}");
    }

    /// <summary>The photographs of each set in a folder, in one random order and then in another.</summary>
    /// <exception cref="FingerspellException">There is no such folder, or no set in it.</exception>
    public static IReadOnlyList<Film> Strung(string folder) => [.. TestSet.LoadAll(folder).Select(set => Strung(set.Name, set.Photos))];

    static Film Clip(string file)
    {
        string letter = Path.GetFileName(Path.GetDirectoryName(file)!);
        return new($"{letter}/{Path.GetFileName(file)}", letter is [>= 'A' and <= 'Z'] ? letter[0] : null, () => FrameSource.Open(file));
    }

    static Film Strung(string name, IReadOnlyList<TestPhoto> photos)
    {
        List<string> files = [];
        foreach (int seed in Seeds)
        {
            string[] order = [.. photos.Select(photo => photo.Path)];
            new Random(seed).Shuffle(order);
            files.AddRange(order);
        }
        return new(name, null, () => new StrungPhotos(files));
    }
}
