using System.Security.Cryptography;
using System.Text;

namespace Fingerspell.Training.Data.Photos;

/// <summary>The photographs to train on: all sets below a folder whose hands are known.</summary>
/// <param name="Photos">The photographs, set by set and letter by letter, in ordinal order.</param>
/// <param name="Notices">What was left out and why, a line each.</param>
/// <param name="Sha256">SHA-256 over their names, contents and boxes, lower-case hexadecimal.</param>
public sealed record TrainingPhotos(IReadOnlyList<TrainingPhoto> Photos, IReadOnlyList<string> Notices, string Sha256)
{
    // American Sign Language Letters was published by Roboflow, which names a copy after its photograph: A22_jpg.rf.<hash>.jpg.
    const string CopyMark = ".rf.";

    /// <summary>The boxes of sets that have none of their own: <c>models/boxes/SET.csv</c> beside the program.</summary>
    public static string ShippedBoxes { get; } = Path.Combine(AppContext.BaseDirectory, "models", "boxes");

    /// <summary>Lists the photographs and reads where their hands are; the pictures themselves are read for the checksum only.</summary>
    /// <param name="place">A folder that holds a folder a set, each with a folder a letter; null looks as <see cref="PhotoSearch"/> does.</param>
    /// <param name="boxes">The folder with box files for sets that have none; null for <see cref="ShippedBoxes"/>.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="FingerspellException">There are no photographs whose hands are known, or a box file is wrong.</exception>
    public static TrainingPhotos Load(string? place = null, string? boxes = null, CancellationToken stop = default)
    {
        string root = PhotoSearch.Find(place);
        List<TrainingPhoto> photos = [];
        List<string> notices = [];
        foreach (string folder in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal))
        {
            string set = Path.GetFileName(folder);
            string[] candidates = [Path.Combine(folder, "boxes.csv"), Path.Combine(boxes ?? ShippedBoxes, $"{set}.csv")];
            if (candidates.FirstOrDefault(File.Exists) is not { } file)
            {
                notices.Add($"{set} is left out: where its hands are is neither in {candidates[0]} nor in {candidates[1]}");
                continue;
            }
            var known = HandBoxes.Load(file);
            var all = PhotoFolder.List(folder);
            var found = all.Where(photo => known.ContainsKey(photo.Name)).Select(photo => Described(photo, set, known[photo.Name], file)).ToList();
            if (found.Count < all.Count)
                notices.Add($"{set}: {all.Count - found.Count} of {all.Count} photographs are left out, {file} has no box for them");
            photos.AddRange(found);
        }
        return photos.Count > 0
            ? new TrainingPhotos(photos, notices, Checksum(photos, stop))
            : throw new FingerspellException($"there is no photograph in {root} whose hand is known; put a boxes.csv into the folder of a set");
    }

    static TrainingPhoto Described(LabeledPhoto photo, string set, HandBox box, string file)
    {
        if (Alphabet.LabelOf(box.Letter) != photo.Label)
            throw new FingerspellException(
                $"the box file {file} says that {photo.Name} shows {box.Letter}, its folder says {Alphabet.LetterOf(photo.Label)}; correct one of them");
        int mark = photo.Name.IndexOf(CopyMark, StringComparison.Ordinal);
        return new TrainingPhoto(
            photo.Path, set, photo.Name, photo.Label, box.Signer ?? set, $"{set}/{(mark < 0 ? photo.Name : photo.Name[..mark])}", box.Box);
    }

    static string Checksum(List<TrainingPhoto> photos, CancellationToken stop)
    {
        var lines = new string[photos.Count];
        OnAllCores.Do(photos.Count, i =>
        {
            var photo = photos[i];
            lines[i] = $"{photo.Set}/{photo.Name} {Convert.ToHexStringLower(SHA256.HashData(Read(photo.Path)))} {photo.Signer} {photo.Box}\n";
        }, stop);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FingerspellException($"{path} cannot be read: {e.Message}", e);
        }
    }
}
