using Fingerspell.Imaging;
using Fingerspell.Training.Data;

namespace Fingerspell.App.Predicting;

/// <summary>Finds the pictures that paths stand for.</summary>
/// <param name="boxFile">A box file that says where the hands are, or null to find them.</param>
/// <param name="rows">Which rows of CSV files, or null for all.</param>
sealed class PredictItems(string? boxFile, RowRanges? rows)
{
    readonly IReadOnlyDictionary<string, HandBox>? boxes = boxFile is null ? null : HandBoxes.Load(boxFile);

    /// <summary>Whether a path is that of a CSV file, whose rows are crops.</summary>
    public static bool IsRows(string path) =>
        Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase) && !Directory.Exists(path);

    /// <summary>The pictures in the order given; folders are walked in ordinal order.</summary>
    public IEnumerable<PredictItem> Of(string path)
    {
        if (Directory.Exists(path))
            return OfFolder(path);
        return IsRows(path)
            ? OfRows(path)
            : [OfPicture(path, Path.GetFileName(path))];
    }

    IEnumerable<PredictItem> OfFolder(string folder)
    {
        try
        {
            var closed = new List<PredictItem>();
            var files = PictureFiles.Below(folder, inner =>
                closed.Add(PredictItem.Wrong(inner, $"the folder {inner} may not be read; change its rights, or leave it away")));
            return files.Count == 0 && closed.Count == 0
                ? [PredictItem.Wrong(folder, $"the folder {folder} holds no pictures")]
                : [.. closed, .. files.Select(file => OfPicture(folder == "." ? file : Path.Combine(folder, file), file))];
        }
        catch (FingerspellException e)
        {
            return [PredictItem.Wrong(folder, e.Message)];
        }
    }

    PredictItem OfPicture(string path, string nameInFolder) => new(path, recognizer =>
    {
        using var frame = Frame.Load(path);
        return boxes is null ? recognizer.Read(frame) : recognizer.Read(frame, BoxOf(path, nameInFolder));
    });

    IEnumerable<PredictItem> OfRows(string path)
    {
        IReadOnlyList<CropRow> all;
        try
        {
            all = CropRows.Load(path);
        }
        catch (FingerspellException e)
        {
            return [PredictItem.Wrong(path, e.Message)];
        }
        return (rows?.Of(all.Count) ?? Enumerable.Range(1, all.Count)).Select(number =>
        {
            string name = $"{path}:{number}";
            if (number > all.Count)
                return PredictItem.Wrong(name, $"{path} has no row {number}, only {all.Count}");
            return all[number - 1] switch
            {
                { Crop: { } crop } => new PredictItem(name, recognizer => recognizer.Read(crop)),
                { Error: var error } => PredictItem.Wrong(name, $"{name}: {error}"),
            };
        });
    }

    /// <summary>A box file names pictures relative to its own folder; one kept elsewhere, relative to the folder walked.</summary>
    Box BoxOf(string path, string nameInFolder)
    {
        string besideBoxes = Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(boxFile!))!, Path.GetFullPath(path));
        foreach (string name in new[] { besideBoxes, nameInFolder, path })
            if (boxes!.TryGetValue(name.Replace('\\', '/'), out var box))
                return box.Box;
        throw new FingerspellException($"{path} has no box in {boxFile}; add a line for it, or leave --boxes away");
    }
}
